package io.penstock.platform.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.core.fault.FaultException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.us-2.crowdstrike.com, https://api.us-2.crowdstrike.com",
        "https://api.eu-1.crowdstrike.com/, https://api.eu-1.crowdstrike.com",
        "' HTTPS://API.eu-1.CrowdStrike.com// ', https://api.eu-1.crowdstrike.com",
        "https://api.crowdstrike.com/oauth2/token, https://api.crowdstrike.com",
        "https://api.crowdstrike.com/oauth2/token/, https://api.crowdstrike.com",
        "https://gate.example.org/falcon/oauth2/token, https://gate.example.org/falcon",
        "https://api.example.org:8443, https://api.example.org:8443",
        "http://127.0.0.1:9001/, http://127.0.0.1:9001",
        "http://localhost:9001, http://localhost:9001",
        "http://[::1]:9001, http://[::1]:9001",
    })
    void bringsWhatIsPastedToOneForm(String typed, String expected) {
        assertThat(SettingUrl.normalise("Auth URL", typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.us-2.crowdstrike.com",
                "http://api.us-2.crowdstrike.com",
                "http://127.0.0.1.example.org",
                "ftp://api.example.org",
                "https://",
                "https:///path",
                "https://user:pass@api.example.org",
                "https://api.example.org?x=1",
                "https://api.example.org#x",
                "https://api example.org",
                "https://api.example.org:99999",
                "javascript:alert(1)",
            })
    void refusesWhatIsNoSafeBaseUrl(String typed) {
        assertThatThrownBy(() -> SettingUrl.normalise("Auth URL", typed))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("Auth URL")
                .hasMessageNotContaining("pass@");
    }
}
