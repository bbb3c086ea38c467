package io.penstock.launcher.demo;

import io.penstock.launcher.client.RunView;
import io.penstock.launcher.client.StreamLedger;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ledger of a run as a table, each stream with its verdict. */
final class LedgerTable {

    private static final List<String> HEAD =
            List.of(
                    "",
                    "vendor total",
                    "received",
                    "distinct",
                    "mapped",
                    "rejected",
                    "created",
                    "updated",
                    "unchanged",
                    "superseded",
                    "balance");

    private LedgerTable() {}

    /** One line per row, columns right-aligned but the first and the last. */
    static List<String> of(RunView run) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        run.streams().forEach(stream -> rows.add(row(stream)));
        return rows.stream().map(row -> aligned(row, widths(rows))).toList();
    }

    private static List<String> row(StreamLedger stream) {
        return List.of(
                Streams.label(stream.stream()),
                number(stream.vendorTotal()),
                number(stream.received()),
                number(stream.distinct()),
                number(stream.mapped()),
                number(stream.rejected()),
                number(stream.created()),
                number(stream.updated()),
                number(stream.unchanged()),
                number(stream.superseded()),
                stream.balances()
                        ? "ok"
                        : "NOT BALANCED: " + String.join("; ", stream.imbalances()));
    }

    private static String number(@Nullable Long value) {
        return value == null ? "?" : String.format(Locale.ROOT, "%,d", value);
    }

    private static int[] widths(List<List<String>> rows) {
        var widths = new int[HEAD.size()];
        for (var row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private static String aligned(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var left = i == 0 || i == widths.length - 1;
            var format = "%" + (left ? "-" : "") + widths[i] + "s  ";
            line.append(String.format(Locale.ROOT, format, row.get(i)));
        }
        return line.toString().stripTrailing();
    }
}
