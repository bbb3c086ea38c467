package io.penstock.vendor.crowdstrike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.source.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class ReadPlanTest {

    @Test
    void startsWithTheSizeThatIsSetAndStepsDownFromThere() {
        assertThat(sized("1200").pageSizes()).containsExactly(1200, 1000, 500, 100);
        assertThat(sized("100").pageSizes()).containsExactly(100);
        assertThat(sized(" ").pageSizes()).isEqualTo(ReadPlan.standard().pageSizes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "5001", "many", "-200", "99999999999999"})
    void refusesWhatTheVendorWouldNotTake(String size) {
        assertThatThrownBy(() -> sized(size))
                .hasMessageContaining("'page-size' is '" + size + "', allowed are 100 to 5000.");
    }

    private static ReadPlan sized(String size) {
        return ReadPlan.standard().sized(new Settings(Map.of("page-size", size)));
    }
}
