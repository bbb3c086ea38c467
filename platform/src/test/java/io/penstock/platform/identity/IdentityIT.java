package io.penstock.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** Records of several connections become the machines they are, whatever came first. */
class IdentityIT {

    private static Sources sources;

    @BeforeAll
    static void start(@TempDir Path data) {
        sources = Sources.start(data);
    }

    @AfterAll
    static void stop() {
        sources.close();
    }

    @BeforeEach
    void clear() {
        sources.clear();
    }

    @Test
    void twoRecordsOfOneMachineAreOneAssetInEitherOrder() {
        var one = Machine.of("a1", "web-1", "SN-4711-XY").at("10.0.0.1").seen(2, 10);
        var other = Machine.of("b1", "web-one", "SN-4711-XY").at("10.0.0.2").seen(1, 9);
        sources.report("A", one);
        sources.report("B", other);
        assertThat(sources.assets()).containsExactly("a1+b1");
        assertThat(sources.asset("a1")).isEqualTo(sources.host("b1"));
        var first = sources.text("select name || ' ' || sources || ' ' || last_seen from asset");

        sources.clear();
        sources.report("B", other);
        sources.report("A", one);

        assertThat(sources.assets()).containsExactly("a1+b1");
        assertThat(sources.asset("a1")).isEqualTo(sources.host("b1"));
        assertThat(sources.text("select name || ' ' || sources || ' ' || last_seen from asset"))
                .isEqualTo(first);
    }

    @Test
    void findingsFollowTheirHostToItsAsset() {
        var one = Machine.of("a1", "web-1", "SN-4711-XY").seen(2, 10);
        sources.report("A", List.of(one), List.of(one.finding("f1", "CVE-2026-1", 5)));

        sources.report("B", Machine.of("b1", "web-1", "SN-4711-XY").seen(1, 9));

        assertThat(sources.text("select asset_id from finding"))
                .isEqualTo(sources.host("b1").toString());
        assertThat(sources.count("asset")).isEqualTo(1);
    }

    @Test
    void aPageDeliveredTwiceChangesNothing() {
        var one = Machine.of("a1", "web-1", "SN-4711-XY");
        sources.report("A", one, Machine.of("a2", "web-2", "SN-4712-XY").at("10.0.0.2"));
        sources.report("B", Machine.of("b1", "web-1", "SN-4711-XY"));
        var before = sources.state();

        sources.report("A", one, Machine.of("a2", "web-2", "SN-4712-XY").at("10.0.0.2"));
        sources.report("B", Machine.of("b1", "web-1", "SN-4711-XY"));

        assertThat(sources.state()).isEqualTo(before);
    }

    @Test
    void aRecordThatTurnsOutToBeAnotherMachineLeaves() {
        sources.report("A", Machine.of("a1", "web-1", "SN-4711-XY"));
        sources.report("B", Machine.of("b1", "web-1", "SN-4711-XY"));
        assertThat(sources.assets()).containsExactly("a1+b1");

        sources.report("B", Machine.of("b1", "db-7", "SN-9999-QQ").at("10.0.0.9").seen(1, 11));

        assertThat(sources.assets()).containsExactly("a1", "b1");
        assertThat(sources.count("asset")).isEqualTo(2);
        assertThat(sources.text("select string_agg(name, ' ' order by name) from asset"))
                .isEqualTo("db-7 web-1");
    }

    @Test
    void aHostSpokenOfByFindingsIsIdentifiedByWhatItsOwnRecordSaysLater() {
        var machine = Machine.of("a1", "web-1", "SN-4711-XY");
        sources.report("B", Machine.of("b1", "web-1", "SN-4711-XY"));
        sources.report("A", List.of(), List.of(machine.finding("f1", "CVE-2026-1", 5)));
        assertThat(sources.count("asset")).isEqualTo(2);

        sources.report("A", machine);

        assertThat(sources.count("asset")).isEqualTo(1);
        assertThat(sources.text("select minimal::text from asset")).isEqualTo("false");
        assertThat(sources.text("select asset_id from finding"))
                .isEqualTo(sources.text("select asset_id from asset"));
    }

    @Test
    void theLogOfAMoveNamesTheEarlierOfTwoRulesAndTheRun() {
        sources.report("A", Machine.of("a1", "web-1", "SN-4711-XY").withMac("3C-5A-B4-00-11-22"));
        sources.report("B", Machine.of("b1", "web-1", "SN-4711-XY").withMac("3C-5A-B4-00-11-22"));

        var log =
                sources.text(
                        """
                        select l.log::text from identity_log l join run r using (tenant_id, run_id)
                        where l.cause = 'RUN' and l.from_asset <> l.to_asset
                        """);
        assertThat(log).contains("\"rule\": \"serial\"").contains("\"outcome\": \"MATCHED\"");
        assertThat(log).doesNotContain("\"rule\": \"hostname-mac\"");
    }

    @Test
    void aConnectionThatIsDeletedTakesItsValuesAlong() {
        sources.report("A", Machine.of("a1", "web-a", "SN-4711-XY").seen(1, 10));
        sources.report("B", Machine.of("b1", "web-b", "SN-4711-XY").seen(2, 12));
        assertThat(sources.text("select name from asset")).isEqualTo("web-b");

        sources.call(204, "DELETE", "/api/v1/connections/" + sources.connection("A").uuid(), null);

        assertThat(sources.assets()).containsExactly("b1");
        assertThat(sources.asset("b1")).isEqualTo(sources.host("b1"));
        assertThat(sources.text("select name || sources from asset")).isEqualTo("web-b1");
        assertThat(
                        sources.count(
                                "host_key where host_id not in (select host_id from asset_source)"))
                .isZero();
    }
}
