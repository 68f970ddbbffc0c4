package io.vouchline.lookup.intake;

import io.vouchline.contract.problem.LargeBodies;
import jakarta.inject.Singleton;

/** Loads are read as a stream: their bodies have any size. */
@Singleton
final class ImportBodies implements LargeBodies {

    @Override
    public boolean areTakenAt(String path) {
        return path.equals("/v1/customers:import");
    }
}
