package io.vouchline.lookup.intake;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vouchline.lookup.intake.LineReader.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Stores customers line by line; a bad line does not keep the others out. */
@ApplicationScoped
class Intake {

    private static final int MOST_ERRORS = 100;

    private final LineReader reader;
    private final CustomerWriter writer;

    Intake(LineReader reader, CustomerWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @WithTransaction
    Uni<ImportReport> load(String tenant, List<String> lines) {
        List<CustomerLine> good = new ArrayList<>();
        List<LineError> errors = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                switch (reader.read(i + 1, lines.get(i))) {
                    case Outcome.Read(CustomerLine line) -> good.add(line);
                    case Outcome.Refused(LineError error) -> errors.add(error);
                }
            }
        }
        ImportReport report =
                new ImportReport(
                        good.size(), errors.size(), errors.stream().limit(MOST_ERRORS).toList());
        return Multi.createFrom()
                .iterable(good)
                .onItem()
                .transformToUniAndConcatenate(line -> writer.replace(tenant, line))
                .collect()
                .asList()
                .replaceWith(report);
    }
}
