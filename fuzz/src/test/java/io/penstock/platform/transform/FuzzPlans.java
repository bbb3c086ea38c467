package io.penstock.platform.transform;

import io.penstock.core.schema.DataType;
import io.penstock.core.schema.TargetAttribute;
import io.penstock.core.transform.FunctionCall;
import io.penstock.core.transform.Functions;
import io.penstock.core.transform.MapFunction;
import io.penstock.core.transform.MapFunction.Over;
import io.penstock.core.transform.MappingRow;
import io.penstock.core.transform.MappingRow.Unmapped;
import io.penstock.core.transform.TransformMap;
import io.penstock.core.value.FieldPath;
import io.penstock.platform.catalogue.Catalogue;
import io.penstock.source.SourceDescriptor;
import io.penstock.source.StreamSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The maps that fuzzed records go through. */
final class FuzzPlans {

    private static final List<FieldPath> TWO =
            List.of(FieldPath.parse("cve.base_score"), FieldPath.parse("cve.vector"));
    private static final List<FieldPath> ONE = List.of(FieldPath.parse("a[]"));

    private FuzzPlans() {}

    static SourceDescriptor connector() {
        return new Catalogue().connectors().getFirst();
    }

    /** Every stream with every system map. */
    static List<StreamPlan> system() {
        var connector = connector();
        var plans = new ArrayList<StreamPlan>();
        for (var map : connector.transformMaps()) {
            for (var stream : connector.streams()) {
                plans.add(new StreamPlan(stream, MapJson.stored(map)));
            }
        }
        return plans;
    }

    /** The last stream with a map that calls every function there is. */
    static StreamPlan everyFunction() {
        var stream = connector().streams().getLast();
        var rows = new ArrayList<MappingRow>();
        for (var function : Functions.all()) {
            rows.add(row(stream, function));
        }
        return new StreamPlan(stream, new TransformMap("all", 1, "any", "any", rows));
    }

    private static MappingRow row(StreamSpec stream, MapFunction function) {
        return new MappingRow(
                stream.name(),
                function.signature().over() == Over.PATHS ? TWO : ONE,
                DataType.STRING,
                target(function),
                List.of(new FunctionCall(function.name(), function.help().example().arguments())),
                Map.of(),
                Unmapped.PASS,
                null,
                false);
    }

    /** Any target of the type that comes out. */
    private static TargetAttribute target(MapFunction function) {
        var gives = function.signature().gives();
        for (var attribute : TargetAttribute.values()) {
            if (attribute.type() == gives && !attribute.required()) {
                return attribute;
            }
        }
        return TargetAttribute.RECOMMENDATION;
    }
}
