package io.penstock.platform.intake;

import static io.penstock.platform.intake.TestEngine.FINDINGS;
import static io.penstock.platform.intake.TestEngine.HOSTS;

import io.penstock.core.finding.Breaker;
import io.penstock.platform.closing.ClosingPolicies;
import io.penstock.platform.closing.ClosingSettings;
import io.penstock.wire.PlannedSlices.Bounds;
import io.penstock.wire.RunEnd.Outcome;
import io.penstock.wire.RunOpened;
import io.penstock.wire.SliceEnd;

import org.springframework.context.ConfigurableApplicationContext;

import java.util.List;
import java.util.stream.IntStream;

/** Runs of one connection whose findings are closed, go missing and come back. */
final class ClosingRuns {

    private static final String[] NONE = {};

    private final ConfigurableApplicationContext platform;
    private final TestEngine engine;

    ClosingRuns(ConfigurableApplicationContext platform, String name) {
        this.platform = platform;
        this.engine = TestEngine.connect(platform, name);
    }

    TestEngine engine() {
        return engine;
    }

    void settings(boolean retainMissing, Breaker breaker) {
        platform.getBean(ClosingPolicies.class)
                .change(1, engine.profile().id(), new ClosingSettings(retainMissing, breaker));
    }

    /** A full run to its end. */
    RunOpened full(String[] hosts, String... findings) {
        return run(true, hosts, findings);
    }

    /** A delta to its end. */
    RunOpened delta(String... findings) {
        return run(false, NONE, findings);
    }

    RunOpened run(boolean full, String[] hosts, String... findings) {
        var run = read(full, hosts, findings);
        engine.finish(run);
        return run;
    }

    /** Reads everything; the pages wait. */
    RunOpened read(boolean full, String[] hosts, String... findings) {
        engine.fetchPlan();
        var run = engine.openAsPlanned(full);
        engine.read(run, HOSTS, hosts);
        engine.read(run, FINDINGS, findings);
        return run;
    }

    /** A full run whose last slice of findings was not read. */
    RunOpened incomplete(String[] hosts, String... findings) {
        engine.fetchPlan();
        var run = engine.openAsPlanned(true);
        engine.read(run, HOSTS, hosts);
        engine.plan(run, FINDINGS, new Bounds("", "m", -1), new Bounds("m", "", -1));
        engine.page(run, new SliceName(FINDINGS, 0), 0, true, findings);
        engine.judge(run, new SliceName(FINDINGS, 0), SliceEnd.read(findings.length));
        engine.finish(run, Outcome.READ);
        return run;
    }

    /** Status, then {@code missing}, {@code expired} or {@code gone} where they are so. */
    String finding(String id) {
        return engine.text(
                """
                select concat_ws(' ', case f.status when 1 then 'NEW' when 2 then 'ACTIVE'
                        when 3 then 'FIXED' else 'REOPENED' end,
                    case when f.missing_since is not null then 'missing' end,
                    case when f.expired then 'expired' end,
                    case when s.missing_since is not null then 'gone' end)
                from finding f join asset_source s on s.tenant_id = f.tenant_id
                    and s.host_id = coalesce(f.host_id, f.asset_id)
                where f.connection_id = ? and f.external_finding_id = ?
                """,
                engine.connection().id(),
                id);
    }

    /** The words on a finding, oldest first, such as {@code OPEN>NEW FIXED(held)}. */
    String words(String id) {
        return engine.text(
                """
                select string_agg((array['OPEN', 'REOPENED', 'FIXED', 'EXPIRED', 'MISSING',
                        'MISSING_FIXED', 'SEEN'])[e.word]
                    || case when e.held then '(held)' when e.rejected then '(rejected)'
                        else coalesce('>' || (array['NEW', 'ACTIVE', 'FIXED',
                            'REOPENED'])[e.to_status], '') end, ' '
                    order by e.happened_at, e.event_id)
                from finding_event e join finding f using (tenant_id, finding_id)
                where f.connection_id = ? and f.external_finding_id = ?
                """,
                engine.connection().id(),
                id);
    }

    /** How many findings of the connection are so. */
    int count(String condition) {
        return Integer.parseInt(
                engine.text(
                        "select count(*)::text from finding where connection_id = ? and "
                                + condition,
                        engine.connection().id()));
    }

    String state(RunOpened run) {
        return engine.state(run);
    }

    static String[] hosts(String... names) {
        return List.of(names).stream().map(ClosingRuns::host).toArray(String[]::new);
    }

    static String host(String aid) {
        return """
        {"id": "h%s", "cid": "c", "aid": "%s", "hostname": "%s",
         "last_seen_timestamp": "2026-03-01T00:00:00Z",
         "network_interfaces": [{"local_ip": "10.0.0.7"}]}
        """
                .formatted(aid, aid, aid);
    }

    /**
     * @param day of March 2026 on which the vendor changed it
     */
    static String finding(String id, String aid, String status, int day) {
        return """
        {"id": "%s", "cid": "c", "aid": "%s", "vulnerability_id": "CVE-2026-%s", "status": "%s",
         "created_timestamp": "2026-01-01T00:00:00Z",
         "updated_timestamp": "2026-03-%02dT00:00:00Z",
         "cve": {"id": "CVE-2026-%s", "severity": "HIGH"},
         "host_info": {"hostname": "%s"}}
        """
                .formatted(id, aid, cve(id), status, day, cve(id), aid);
    }

    private static int cve(String id) {
        return 1000 + Math.floorMod(id.hashCode(), 90_000_000);
    }

    /** Findings {@code f0} to {@code f(count - 1)} on host {@code a1}. */
    static String[] findings(int count, String status, int day) {
        return IntStream.range(0, count)
                .mapToObj(i -> finding("f" + i, "a1", status, day))
                .toArray(String[]::new);
    }
}
