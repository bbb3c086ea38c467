package io.penstock.core.transform;

import io.penstock.core.schema.TargetAttribute;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mapped record: typed values by target attribute. The type of a value is the attribute's: text
 * is {@code String}, whole numbers {@code Integer}, decimals {@code BigDecimal} with one digit,
 * dates {@code Instant}; attributes that keep many values hold lists of text.
 */
public final class TargetRecord {

    private final Map<TargetAttribute, Object> values;

    TargetRecord(Map<TargetAttribute, Object> values) {
        this.values = values;
    }

    public String text(TargetAttribute attribute) {
        var value = values.get(attribute);
        return value == null ? "" : (String) value;
    }

    public @Nullable String textOrNull(TargetAttribute attribute) {
        return (String) values.get(attribute);
    }

    public @Nullable Integer whole(TargetAttribute attribute) {
        return (Integer) values.get(attribute);
    }

    public @Nullable BigDecimal decimal(TargetAttribute attribute) {
        return (BigDecimal) values.get(attribute);
    }

    public @Nullable Instant instant(TargetAttribute attribute) {
        return (Instant) values.get(attribute);
    }

    public boolean flag(TargetAttribute attribute) {
        return Boolean.TRUE.equals(values.get(attribute));
    }

    @SuppressWarnings("unchecked") // only lists of text are stored for attributes with many values
    public List<String> texts(TargetAttribute attribute) {
        var value = values.get(attribute);
        return value == null ? List.of() : (List<String>) value;
    }

    public @Nullable Object value(TargetAttribute attribute) {
        return values.get(attribute);
    }
}
