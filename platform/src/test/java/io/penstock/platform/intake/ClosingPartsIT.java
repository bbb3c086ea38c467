package io.penstock.platform.intake;

import static io.penstock.platform.intake.ClosingRuns.findings;
import static io.penstock.platform.intake.ClosingRuns.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** In how many parts the end of a run goes through ids. */
class ClosingPartsIT {

    @Test
    void aTenantOfFewFindingsIsDoneInTwoStepsWhateverOthersHave(@TempDir Path data) {
        try (var platform = TestEngine.platform(data)) {
            var runs = new ClosingRuns(platform, "few");
            var engine = runs.engine();
            runs.full(hosts("a1"), findings(3, "open", 1));
            // As statistics are when other tenants have hundreds of millions.
            engine.change("update pg_class set reltuples = 4e8 where oid = 'finding'::regclass");
            var run = runs.read(true, hosts("a1"), findings(2, "open", 1));
            engine.transform();
            engine.change(
                    "update run set state = 'TRANSFORMING', read_ended_at = now(),"
                            + " read_outcome = 'READ' where run_uuid = ?",
                    run.run());

            platform.getBean(RunSettlement.class).settleAll();
            assertThat(runs.finding("f2"))
                    .as("what changes records ends a step")
                    .isEqualTo("NEW missing");
            platform.getBean(RunSettlement.class).settleAll();

            assertThat(engine.state(run)).isEqualTo("COMPLETE: ");
        }
    }
}
