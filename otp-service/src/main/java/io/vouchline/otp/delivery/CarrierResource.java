package io.vouchline.otp.delivery;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.CarrierApi;
import io.vouchline.contract.redis.StoreAnswers;
import jakarta.annotation.security.RolesAllowed;

/** The door for the carrier's reports. Its token names no tenant: the carrier serves them all. */
class CarrierResource implements CarrierApi {

    private final CarrierReports reports;
    private final StoreAnswers answers;

    CarrierResource(CarrierReports reports, StoreAnswers answers) {
        this.reports = reports;
        this.answers = answers;
    }

    @Override
    @RolesAllowed(Scope.CARRIER_REPORT)
    public Uni<Taken> status(CarrierReport report) {
        return answers.told(reports.status(report)).map(Taken::new);
    }

    @Override
    @RolesAllowed(Scope.CARRIER_REPORT)
    public Uni<Script> key(CarrierReport report) {
        return answers.told(reports.key(report)).map(Script::new);
    }
}
