package io.penstock.engine.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.Position;
import io.penstock.core.run.StreamName;
import io.penstock.source.Page;
import io.penstock.wire.SliceState;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class StreamProgressTest {

    private final StreamName stream = new StreamName("numbers");
    private final StreamProgress progress = new StreamProgress(stream);
    private final FaultTally faults = new FaultTally();

    private void slice(int number, long expected) {
        progress.slice(
                new SliceRead(
                        stream, new SliceState(number, "", "", "", 0, false, false, expected)));
    }

    private void page(int records) {
        progress.delivered(
                new Page(new byte[10], "identity", records, records, Position.START, -1, false));
    }

    @Test
    void tellsHowFarItIsAndHowLongItWillTake() {
        slice(0, 4_000);
        slice(1, 8_000);
        page(2_000);
        progress.judged();
        faults.met(Trouble.fault(FaultKind.UNAVAILABLE, "VENDOR_DOWN").fault());
        faults.met(Trouble.fault(FaultKind.UNAVAILABLE, "VENDOR_DOWN").fault());
        faults.met(Trouble.fault(FaultKind.MALFORMED, "BODY_BROKEN").fault());
        assertThat(progress.line(Duration.ofSeconds(10), faults))
                .isEqualTo(
                        "numbers: 1 of 2 slices, 2000 records, 200 records/s, about 50 s left;"
                                + " faults met: BODY_BROKEN 1, VENDOR_DOWN 2.");
        assertThat(progress.line(Duration.ofSeconds(100), faults)).contains("about 8 min left");
    }

    @Test
    void saysNoTimeThatItCannotKnow() {
        slice(0, -1);
        assertThat(progress.line(Duration.ZERO, faults))
                .isEqualTo(
                        "numbers: 0 of 1 slices, 0 records, 0 records/s, time left unknown;"
                                + " faults met: none.");
        page(2_000);
        assertThat(progress.line(Duration.ofSeconds(1), faults)).contains("time left unknown");
    }

    @Test
    void countsASliceThatIsReadAgainAgain() {
        slice(0, 1_000);
        page(1_000);
        progress.secondRead(
                new SliceRead(stream, new SliceState(0, "", "", "", 0, false, false, 1_000)));
        assertThat(progress.line(Duration.ofSeconds(10), faults)).contains("about 10 s left");
    }

    @Test
    void keepsMadeUpCodesFromFillingTheMemory() {
        for (int i = 0; i < 1_000; i++) {
            faults.met(Trouble.fault(FaultKind.UNAVAILABLE, "CODE_" + i).fault());
        }
        assertThat(faults.toString().split(", ")).hasSize(51).contains("OTHERS 950");
    }
}
