package io.vouchline.gateway.utterance;

import io.vouchline.gateway.conversation.Heard;
import io.vouchline.gateway.conversation.Heard.Sign;
import io.vouchline.gateway.language.Sense;
import io.vouchline.gateway.utterance.Item.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Yes and no. "Not" turns a yes that follows. It does not turn a no: "it is not, no" must never
 * agree. Phrases that also stand around answers, such as "okay" and "it is", are a yes only if
 * nothing else is said. A yes beside a number or a month is none: who says "it is right but for the
 * 5" corrects something.
 */
final class Agreement {

    private boolean yes;
    private boolean no;
    private boolean weakYes;
    private boolean claimed;
    private boolean unclear;
    private boolean turned;
    private final boolean alone;
    private final boolean correcting;

    private Agreement(List<Item> items) {
        alone = items.stream().allMatch(Agreement::saysNothingElse);
        correcting = items.stream().anyMatch(Agreement::isValue);
        boolean afterNo = false;
        for (Item item : items) {
            if (!item.is(Kind.NOISE)) {
                take(item, afterNo);
                afterNo = item.senses().contains(Sense.NO);
            }
        }
        // What "not" belongs to was not said.
        no |= turned;
    }

    /** Agreement or disagreement; null if it is neither, or both. */
    static @Nullable Heard of(Utterance said) {
        return said.has(Sense.UNSURE) ? null : new Agreement(said.items()).sign();
    }

    private @Nullable Heard sign() {
        if (unclear) {
            return null;
        }
        if (claimed) {
            return Sign.YES;
        }
        if (yes && no) {
            return null;
        }
        if (no) {
            return Sign.NO;
        }
        return (yes || (weakYes && alone)) && !correcting ? Sign.YES : null;
    }

    private static boolean saysNothingElse(Item item) {
        return item.is(Kind.NOISE)
                || item.senses().contains(Sense.FILLER)
                || item.senses().contains(Sense.YES);
    }

    private static boolean isValue(Item item) {
        return item.kind().isNumber() || item.is(Kind.ORDINAL) || item.is(Kind.MONTH);
    }

    private void take(Item item, boolean afterNo) {
        if (item.senses().contains(Sense.NOT)) {
            turned = true;
        } else if (item.senses().contains(Sense.CLAIM)) {
            claim(afterNo);
        } else if (item.senses().contains(Sense.NO)) {
            put(false);
        } else if (item.senses().contains(Sense.YES)) {
            if (item.senses().contains(Sense.FILLER)) {
                weakYes = true;
            } else {
                put(!turned);
            }
        }
    }

    private void put(boolean agreement) {
        yes |= agreement;
        no |= !agreement;
        turned = false;
    }

    /** "No power of attorney" may deny the power, or the question before it. */
    private void claim(boolean afterNo) {
        unclear |= afterNo && !turned;
        claimed |= !turned;
        no |= turned;
        turned = false;
    }
}
