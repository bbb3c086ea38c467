package io.penstock.platform.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.penstock.core.fault.FaultException;
import io.penstock.core.run.StreamKind;
import io.penstock.core.value.Shown;
import io.penstock.fuzz.Cost;
import io.penstock.platform.inventory.RejectedRecord;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** A page of any bytes goes the workers' way up to the database. */
class PageFuzzTest {

    private static final UUID CONNECTION = new UUID(1, 2);
    private static final List<StreamPlan> PLANS = FuzzPlans.system();
    private static final PageOrigin VENDOR = new PageOrigin(null, null, Map.of());

    /**
     * Each record of a page is mapped or rejected with a reason, and a page that is none is
     * refused.
     *
     * @param page how it travels in its first byte: as it is, packed, or as the packed bytes
     *     themselves
     */
    @FuzzTest(maxDuration = "2m")
    void anyPageIsMappedOrRejected(byte[] page) {
        if (page.length == 0) {
            return;
        }
        var body = new byte[page.length - 1];
        System.arraycopy(page, 1, body, 0, body.length);
        var packed = page[0] % 3 == 1 ? gzip(body) : body;
        var encoding = page[0] % 3 == 0 ? "identity" : "gzip";
        Cost.bounded(page.length, () -> PLANS.forEach(plan -> read(plan, packed, encoding)));
    }

    private static void read(StreamPlan plan, byte[] body, String encoding) {
        var hosts = new HostMapping(plan, CONNECTION);
        var findings = new FindingMapping(plan, CONNECTION);
        var isHosts = plan.spec().kind() == StreamKind.HOSTS;
        var gate = new RecordGate(plan, VENDOR, true, isHosts ? hosts : findings);
        var reader = new PageReader(plan.spec().records(), plan.map().projection());
        int count;
        try {
            count = reader.read(body, encoding, gate);
        } catch (FaultException e) {
            assertThat(e.fault().code()).isEqualTo("PAGE_BROKEN");
            return;
        }
        var page = findings.page();
        var mapped = isHosts ? hosts.hosts().size() : page.findings().size();
        var rejected = isHosts ? hosts.rejected() : page.rejected();
        assertThat(mapped + rejected.size()).isEqualTo(count);
        assertThat(gate.keys()).hasSize(count);
        assertThat(reader.excerpts(body, encoding)).hasSize(count);
        checkReasons(rejected, count);
    }

    private static void checkReasons(List<RejectedRecord> rejected, int count) {
        var indexes = new TreeSet<Integer>();
        for (var reject : rejected) {
            assertThat(indexes.add(reject.index())).isTrue();
            assertThat(reject.field()).isNotBlank();
            assertThat(reject.reason()).isNotBlank().isEqualTo(Shown.clean(reject.reason()));
        }
        assertThat(indexes).allMatch(index -> index >= 0 && index < count);
    }

    private static byte[] gzip(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
