package io.penstock.platform.console.asset;

import io.penstock.core.schema.DataType;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.platform.identity.AssetIdentity;
import io.penstock.platform.identity.AssetIdentity.SourceRecord;
import io.penstock.platform.identity.AssetIdentity.Value;
import io.penstock.platform.identity.DecisionPreviews.Becoming;

import java.util.List;

/**
 * A host as it would be after a decision.
 *
 * @param name may be empty
 * @param shown its first records
 */
public record BecomingView(
        String name, int records, long openFindings, List<Line> lines, List<SourceRecord> shown) {

    private static final int RECORDS_SHOWN = 50;

    /**
     * @param times true when the values are times
     * @param others what other records say instead
     */
    public record Line(String label, boolean times, List<String> values, List<String> others) {}

    static BecomingView of(Becoming one) {
        var identity = one.identity();
        return new BecomingView(
                name(identity),
                identity.records().size(),
                one.openFindings(),
                identity.values().stream().map(BecomingView::line).toList(),
                identity.records().stream().limit(RECORDS_SHOWN).toList());
    }

    private static String name(AssetIdentity identity) {
        return identity.values().stream()
                .filter(value -> value.attribute().equals(TargetAttribute.ASSET_NAME.key()))
                .map(value -> value.value().toString())
                .findFirst()
                .orElse("");
    }

    private static Line line(Value value) {
        var counts = texts(value.value());
        var others =
                value.others().values().stream()
                        .map(BecomingView::texts)
                        .filter(other -> !other.equals(counts))
                        .flatMap(List::stream)
                        .distinct()
                        .limit(RECORDS_SHOWN)
                        .toList();
        var times =
                TargetAttribute.find(value.attribute())
                        .filter(known -> known.type() == DataType.DATE)
                        .isPresent();
        return new Line(value.label(), times, counts, others);
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(value.toString());
    }
}
