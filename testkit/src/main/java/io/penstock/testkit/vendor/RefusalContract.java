package io.penstock.testkit.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.core.run.Position;
import io.penstock.core.run.Slice;
import io.penstock.source.CheckStep;
import io.penstock.source.ReadWindow;
import io.penstock.testkit.vendor.DamagedPort.Damage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What goes wrong is said in a sentence, can be tried again when that may help, and leaks nothing.
 */
public interface RefusalContract extends VendorTrial {

    @Test
    default void aGoodConnectionPassesItsTest() {
        try (var tenant = SimulatedTenant.start(this);
                var session = tenant.session()) {
            assertThat(session.check())
                    .isNotEmpty()
                    .allSatisfy(step -> {
                        assertThat(step.outcome()).as("%s", step).isEqualTo(CheckStep.Outcome.OK);
                        assertThat(step.name()).isNotBlank();
                        assertThat(step.sentence()).isNotBlank();
                    });
        }
    }

    @Test
    default void aWrongSecretFailsTheTestWithACureAndIsNeverPrinted() {
        try (var tenant = SimulatedTenant.start(this);
                var session = tenant.sessionWithSecret("wrong-and-private")) {
            var steps = session.check();
            assertThat(steps).anyMatch(step -> step.outcome() == CheckStep.Outcome.FAILED);
            assertThat(steps)
                    .filteredOn(step -> step.outcome() == CheckStep.Outcome.FAILED)
                    .allSatisfy(step -> assertThat(step.hint()).isNotBlank());
            assertThat(steps.toString()).doesNotContain("wrong-and-private");
        }
    }

    @Test
    default void aWrongSecretIsAFaultNobodyRepeats() {
        var stream = source().descriptor().streams().getFirst();
        try (var tenant = SimulatedTenant.start(this);
                var session = tenant.sessionWithSecret("wrong-and-private")) {
            var fault =
                    catchThrowableOfType(
                            FaultException.class,
                            () ->
                                    session.read(
                                            Slice.whole(stream.name()),
                                            ReadWindow.full(SimulatedTenant.NOW),
                                            Position.START));
            assertThat(fault.fault().kind()).isEqualTo(FaultKind.AUTHENTICATION);
            assertThat(fault.fault().hint()).isNotBlank();
            assertThat(fault.fault().sentence()).doesNotContain("wrong-and-private");
            assertThat(session.toString()).doesNotContain("wrong-and-private");
        }
    }

    @ParameterizedTest
    @EnumSource
    default void aDamagedAnswerIsAFaultAndTheSameCallWorksAgain(Damage damage) {
        for (var stream : source().descriptor().streams()) {
            try (var tenant = SimulatedTenant.start(this);
                    var session = tenant.session(new DamagedPort(damage, 1))) {
                var whole = Slice.whole(stream.name());
                var window = ReadWindow.full(SimulatedTenant.NOW);
                var fault =
                        catchThrowableOfType(
                                FaultException.class,
                                () -> session.read(whole, window, Position.START));
                assertThat(fault).as("%s on %s", damage, stream.name()).isNotNull();
                assertThat(fault.fault().kind().retryable()).isTrue();
                var read = new SliceReading(stream, window).whole(session, whole);
                assertThat(read.fresh()).isEqualTo(session.total(whole, window));
            }
        }
    }

    @Test
    default void anAddressNobodyListensOnIsUnavailable() {
        var stream = source().descriptor().streams().getFirst();
        var tenant = SimulatedTenant.start(this);
        tenant.close();
        try (var session = tenant.session()) {
            var fault =
                    catchThrowableOfType(
                            FaultException.class,
                            () ->
                                    session.total(
                                            Slice.whole(stream.name()),
                                            ReadWindow.full(SimulatedTenant.NOW)));
            assertThat(fault.fault().kind()).isEqualTo(FaultKind.UNAVAILABLE);
        }
    }
}
