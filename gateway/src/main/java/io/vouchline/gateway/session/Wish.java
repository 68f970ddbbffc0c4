package io.vouchline.gateway.session;

import io.vouchline.contract.number.Notation;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.risk.RiskApi.Attestation;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.LanguageTag;
import io.vouchline.gateway.assertion.NumberProof;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session that is wanted, as it was read.
 *
 * @param ani the calling number; null if it is withheld, or is no number
 * @param language of what is said (BCP 47)
 * @param proof what was proven before; null if no assertion about a number was shown
 */
record Wish(
        AskedFor askedFor,
        @Nullable PhoneNumber ani,
        @Nullable Attestation attestation,
        String language,
        @Nullable NumberProof proof) {

    /**
     * Reads it. Carriers write all kinds of words for a calling number that is withheld: what
     * cannot be read as one is as good as none.
     *
     * @throws io.vouchline.contract.problem.ProblemException 400, naming the parameter
     */
    static Wish read(Client client, NewSession wanted, @Nullable NumberProof proof) {
        String language = Optional.ofNullable(wanted.language()).orElse(client.policy().language());
        if (!LanguageTag.isOne(language)) {
            throw ProblemType.MALFORMED.exception("language is not a language tag.");
        }
        PhoneNumber ani =
                Optional.ofNullable(wanted.ani())
                        .flatMap(text -> Notation.EITHER.read(text, client.region()).number())
                        .orElse(null);
        return new Wish(
                SessionParameters.read(wanted.parameters(), ani, client.region()),
                ani,
                attestation(wanted.attestation()),
                language,
                proof);
    }

    private static @Nullable Attestation attestation(@Nullable String word) {
        return Arrays.stream(Attestation.values())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return "Wish[...]";
    }
}
