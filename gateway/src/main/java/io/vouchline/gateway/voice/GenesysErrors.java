package io.vouchline.gateway.voice;

import io.vouchline.contract.problem.Problem;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.ErrorForm;
import jakarta.inject.Singleton;
import java.util.Objects;

/** A failure as a flow of Genesys Cloud reads it: the shape of every other answer. */
@Singleton
class GenesysErrors implements ErrorForm {

    @Override
    public Dialect dialect() {
        return Dialect.GENESYS;
    }

    @Override
    public Told told(Problem problem, String path) {
        return new Told(
                problem.status(),
                FlatAnswer.failed(Objects.requireNonNullElse(problem.detail(), problem.title())));
    }
}
