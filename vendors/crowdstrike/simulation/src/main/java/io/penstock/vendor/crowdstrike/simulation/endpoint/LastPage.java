package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.simulator.option.Reading;
import io.penstock.simulator.option.Setting;
import io.penstock.simulator.option.Switch;
import io.penstock.simulator.option.Switchboard;
import io.penstock.vendor.crowdstrike.simulation.text.Pretty;

import java.util.Arrays;

/** What the last page's cursor is and leads to. */
final class LastPage {

    /** What lies behind the last page. */
    enum Behind {
        NOTHING,
        AN_EMPTY_PAGE,
        THE_START,
        THE_PAGE_BEFORE
    }

    private final Setting<Behind> behind;
    private final Setting<String> none;

    LastPage(Switchboard board) {
        this.behind =
                board.add(
                        Switch.of(
                                        "last-after",
                                        "empty",
                                        "empty, or a cursor on the last page too: live leads to an"
                                                + " empty page, wrap to the first one, ping-pong"
                                                + " to the one before, for ever",
                                        Reading.word("empty", "live", "wrap", "ping-pong")
                                                .andThen(LastPage::read))
                                .tried("live", "wrap", "ping-pong"));
        this.none =
                board.add(
                        Switch.of(
                                        "no-after",
                                        "empty",
                                        "how a page says that it has no cursor: empty, null or"
                                                + " missing",
                                        Reading.word("empty", "null", "missing"))
                                .tried("null", "missing"));
    }

    private static Behind read(String word) {
        return switch (word) {
            case "live" -> Behind.AN_EMPTY_PAGE;
            case "wrap" -> Behind.THE_START;
            case "ping-pong" -> Behind.THE_PAGE_BEFORE;
            default -> Behind.NOTHING;
        };
    }

    Behind behind() {
        return behind.value();
    }

    /** Whether the last page has a cursor too. */
    boolean live() {
        boolean live = behind() != Behind.NOTHING;
        if (live) {
            behind.strike();
        }
        return live;
    }

    /** The first two thirds of the last rows, so that a page behind them has the others. */
    static int[] before(int[] last) {
        return Arrays.copyOf(last, Math.max(1, last.length - Math.max(1, last.length / 3)));
    }

    /** Writes a cursor that may be empty. */
    void write(Pretty json, String after) {
        if (!after.isEmpty() || none.value().equals("empty")) {
            json.text("after", after);
            return;
        }
        none.strike();
        if (none.value().equals("null")) {
            json.raw("after", "null");
        }
    }
}
