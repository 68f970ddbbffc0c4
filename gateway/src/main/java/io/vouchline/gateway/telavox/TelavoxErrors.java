package io.vouchline.gateway.telavox;

import io.vouchline.contract.problem.Problem;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.ErrorForm;
import jakarta.inject.Singleton;

/** A failure as Telavox gets it: the customer object's own shape, so that a widget can show it. */
@Singleton
class TelavoxErrors implements ErrorForm {

    @Override
    public Dialect dialect() {
        return Dialect.TELAVOX;
    }

    @Override
    public Told told(Problem problem, String path) {
        return new Told(problem.status(), TelavoxCustomer.ERROR);
    }
}
