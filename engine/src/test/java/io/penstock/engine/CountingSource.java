package io.penstock.engine;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.core.run.StreamKind;
import io.penstock.core.run.StreamName;
import io.penstock.core.value.FieldPath;
import io.penstock.source.CheckStep;
import io.penstock.source.HttpPort;
import io.penstock.source.Page;
import io.penstock.source.PlannedSlice;
import io.penstock.source.ReadWindow;
import io.penstock.source.SettingSpec;
import io.penstock.source.Settings;
import io.penstock.source.SliceSplit;
import io.penstock.source.SourceDescriptor;
import io.penstock.source.SourceSession;
import io.penstock.source.StreamSpec;
import io.penstock.source.VendorSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A vendor without a network: each stream counts up to the setting {@code records}, in pages of
 * ten; the setting {@code fault} makes every read fail with that kind.
 */
public final class CountingSource implements VendorSource {

    public static final String KEY = "counting";
    private static final int PAGE = 10;

    /** For {@code ServiceLoader}. */
    public CountingSource() {}

    @Override
    public SourceDescriptor descriptor() {
        return new SourceDescriptor(
                KEY,
                "Counting",
                "Nobody",
                "Numbers",
                "Numbers",
                "Counts.",
                List.of(new SettingSpec("records", "Records", SettingSpec.Form.TEXT, "", true)),
                List.of(stream("hosts", StreamKind.HOSTS), stream("numbers", StreamKind.FINDINGS)),
                List.of(),
                List.of("{}"));
    }

    private static StreamSpec stream(String name, StreamKind kind) {
        var id = FieldPath.parse("id");
        return new StreamSpec(
                new StreamName(name),
                kind,
                name,
                FieldPath.parse("r"),
                id,
                List.of(id),
                id,
                id,
                Map.of());
    }

    @Override
    public SourceSession open(Settings settings, HttpPort http) {
        var records = Integer.parseInt(settings.require("records"));
        return new Session(records, settings.find("fault").orElse(""), settings.require("secret"));
    }

    private record Session(int records, String fault, String secret) implements SourceSession {

        @Override
        public List<PlannedSlice> slices(StreamName stream, ReadWindow window, int wanted) {
            var size = Math.max(1, records / 3);
            return IntStream.range(0, 3)
                    .mapToObj(i ->
                            new PlannedSlice(
                                    "" + i * size,
                                    i == 2 ? "" + records : "" + (i + 1) * size,
                                    size))
                    .toList();
        }

        @Override
        public Page read(Slice slice, ReadWindow window, Position position) {
            if (!fault.isEmpty()) {
                throw new FaultException(
                        Fault.of(
                                FaultKind.valueOf(fault), "VENDOR_SAYS_NO", "The vendor says no."));
            }
            var from = Integer.parseInt(position.atStart() ? slice.lower() : position.text());
            var end = Integer.parseInt(slice.upper());
            var to = Math.min(end, from + PAGE);
            var body = IntStream.range(from, to).mapToObj(i -> slice.stream() + "-" + i).toList();
            return new Page(
                    String.join("\n", body).getBytes(StandardCharsets.UTF_8),
                    "identity",
                    to - from,
                    to - from,
                    new Position("" + to),
                    total(slice, window),
                    to == end);
        }

        @Override
        public long total(Slice slice, ReadWindow window) {
            return Long.parseLong(slice.upper()) - Long.parseLong(slice.lower());
        }

        @Override
        public Optional<SliceSplit> split(Slice slice, ReadWindow window, Position reached) {
            return Optional.empty();
        }

        @Override
        public List<CheckStep> check() {
            return List.of(new CheckStep("Login", CheckStep.Outcome.OK, 1, "It works.", ""));
        }

        @Override
        public void close() {}
    }
}
