package io.vouchline.lookup.widget;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.WidgetApi;
import io.vouchline.contract.lookup.WidgetApi.Replacement;
import io.vouchline.contract.lookup.WidgetApi.Widget;
import io.vouchline.contract.lookup.WidgetApi.WidgetDefinition;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A tenant's widgets. Changes of one tenant happen one after another, so that neither their number
 * nor a name can be had twice by being quick.
 */
@ApplicationScoped
class Widgets {

    private final WidgetRepository repository;
    private final InstantSource clock = InstantSource.system();

    Widgets(WidgetRepository repository) {
        this.repository = repository;
    }

    @WithSession
    Uni<List<Widget>> list(String tenant) {
        return repository
                .of(tenant)
                .map(
                        rows ->
                                Stream.concat(
                                                SystemWidgets.all().stream(),
                                                rows.stream().map(StoredWidget::told))
                                        .toList());
    }

    @WithSession
    Uni<Widget> read(String tenant, UUID id) {
        return SystemWidgets.find(id)
                .map(widget -> Uni.createFrom().item(widget))
                .orElseGet(() -> existing(tenant, id).map(StoredWidget::told));
    }

    @WithTransaction
    Uni<Widget> create(String tenant, WidgetDefinition definition) {
        StoredWidget widget = new StoredWidget();
        widget.id = UUID.randomUUID();
        widget.tenant = tenant;
        widget.createdAt = now();
        describe(widget, definition, widget.createdAt);
        return repository
                .lock(tenant)
                .chain(() -> repository.count("tenant", tenant))
                .invoke(Widgets::checkRoom)
                .chain(() -> checkName(widget, name(definition)))
                .chain(() -> repository.persistAndFlush(widget))
                .map(StoredWidget::told);
    }

    @WithTransaction
    Uni<Widget> replace(String tenant, UUID id, Replacement replacement) {
        checkOwn(id);
        WidgetDefinition definition = replacement.definition();
        return repository
                .lock(tenant)
                .chain(() -> existing(tenant, id))
                .invoke(widget -> checkVersion(widget, replacement.version()))
                .call(widget -> checkName(widget, name(definition)))
                .invoke(widget -> describe(widget, definition, now()))
                .call(repository::flush)
                .map(StoredWidget::told);
    }

    @WithTransaction
    Uni<Void> delete(String tenant, UUID id) {
        checkOwn(id);
        return repository.lock(tenant).chain(() -> existing(tenant, id)).chain(repository::delete);
    }

    private Uni<StoredWidget> existing(String tenant, UUID id) {
        return repository
                .find(tenant, id)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemType.NOT_FOUND.exception("There is no such widget."));
    }

    private static void describe(StoredWidget widget, WidgetDefinition definition, Instant now) {
        widget.name = name(definition);
        widget.definition = definition;
        widget.updatedAt = now;
    }

    private static String name(WidgetDefinition definition) {
        return definition.name().strip().toLowerCase(Locale.ROOT);
    }

    private Uni<Void> checkName(StoredWidget widget, String name) {
        return repository
                .hasOther(widget, name)
                .map(has -> has || SystemWidgets.hasName(name))
                .invoke(
                        taken -> {
                            if (taken) {
                                throw conflict("Another widget has this name.");
                            }
                        })
                .replaceWithVoid();
    }

    private static void checkRoom(long widgets) {
        if (widgets >= WidgetApi.MOST_WIDGETS) {
            throw conflict("There are %d widgets already.".formatted(widgets));
        }
    }

    private static void checkVersion(StoredWidget widget, int version) {
        if (widget.version != version) {
            throw conflict("The widget has been replaced since it was read.");
        }
    }

    private static void checkOwn(UUID id) {
        if (SystemWidgets.find(id).isPresent()) {
            throw conflict("A system widget cannot be changed.");
        }
    }

    private static ProblemException conflict(String detail) {
        return ProblemType.CONFLICT.exception(detail);
    }

    /** The store keeps microseconds: what is told is what will be read. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
