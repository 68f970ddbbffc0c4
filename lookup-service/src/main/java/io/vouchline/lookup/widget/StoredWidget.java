package io.vouchline.lookup.widget;

import io.vouchline.contract.lookup.WidgetApi.Header;
import io.vouchline.contract.lookup.WidgetApi.Origin;
import io.vouchline.contract.lookup.WidgetApi.Widget;
import io.vouchline.contract.lookup.WidgetApi.WidgetDefinition;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A row of {@code widget}. */
@Entity
@Table(name = "widget")
public class StoredWidget {

    @Id public UUID id = new UUID(0, 0);

    public String tenant = "";

    /** The definition's name in lower case. */
    public String name = "";

    @Convert(converter = DefinitionColumn.class)
    public WidgetDefinition definition =
            new WidgetDefinition("", null, new Header("", null, null, false), List.of(), List.of());

    @Version public int version = 1;

    @Column(name = "created_at")
    public Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    public Instant updatedAt = Instant.EPOCH;

    Widget told() {
        return new Widget(id, Origin.USER, version, createdAt, updatedAt, definition);
    }
}
