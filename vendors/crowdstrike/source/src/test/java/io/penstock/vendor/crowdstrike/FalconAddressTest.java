package io.penstock.vendor.crowdstrike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FalconAddressTest {

    private static final FalconAddress US_1 = FalconAddress.parse("https://api.crowdstrike.com/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.us-2.crowdstrike.com",
                "https://api.eu-1.crowdstrike.com/",
                "http://127.0.0.1:8123"
            })
    void acceptsCloudsAndTheMachineItself(String text) {
        assertThat(FalconAddress.parse(text).resolve("/x").getPath()).isEqualTo("/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.crowdstrike.com",
                "api.crowdstrike.com",
                "ftp://api.crowdstrike.com",
                "https://user:pass@api.crowdstrike.com",
                "https://api.crowdstrike.com?x=1",
                "https://"
            })
    void refusesWhatIsNoBaseAddressInOneSentence(String text) {
        assertThatThrownBy(() -> FalconAddress.parse(text))
                .hasMessageStartingWith("The connection's setting 'url' is")
                .hasMessageContaining("Enter the base URL")
                .hasMessageNotContaining("user:pass");
    }

    @Test
    void letsARedirectLeadToAKnownCloudOnly() {
        var path = "/oauth2/token";
        assertThat(US_1.redirected("https://api.us-2.crowdstrike.com" + path, path))
                .contains(new FalconAddress("https://api.us-2.crowdstrike.com"));
        assertThat(US_1.redirected("http://api.us-2.crowdstrike.com" + path, path)).isEmpty();
        assertThat(US_1.redirected("https://api.us-2.crowdstrike.com:8443" + path, path)).isEmpty();
        assertThat(US_1.redirected("https://api.crowdstrike.com.evil.example" + path, path))
                .isEmpty();
        assertThat(US_1.redirected("https://api.us-2.crowdstrike.com/else", path)).isEmpty();
        assertThat(US_1.redirected("http://127.0.0.1:1" + path, path)).isEmpty();
        assertThat(US_1.redirected("", path)).isEmpty();
    }
}
