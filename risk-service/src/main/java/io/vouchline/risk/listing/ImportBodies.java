package io.vouchline.risk.listing;

import io.vouchline.contract.problem.LargeBodies;
import jakarta.inject.Singleton;

/** Imports have a limit of their own. */
@Singleton
final class ImportBodies implements LargeBodies {

    @Override
    public boolean areTakenAt(String path) {
        return path.equals("/v1/lists/import");
    }
}
