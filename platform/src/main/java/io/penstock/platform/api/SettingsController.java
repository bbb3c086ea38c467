package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.security.Caller;
import io.penstock.platform.setting.ChosenSetting;
import io.penstock.platform.setting.EffectiveSetting;
import io.penstock.platform.setting.EffectiveSettings;
import io.penstock.platform.setting.Settings;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Settings: those that can be chosen at run time, and those the process was started with. */
@RestController
class SettingsController {

    private final Settings settings;
    private final EffectiveSettings effective;

    SettingsController(Settings settings, EffectiveSettings effective) {
        this.settings = settings;
        this.effective = effective;
    }

    record SettingsJson(List<ChosenSetting> chosen, List<EffectiveSetting> effective) {}

    record SettingInput(@Nullable Long value) {}

    /**
     * What can be chosen, and what the process was started with.
     *
     * @return settings; secrets are left out
     */
    @GetMapping("/api/v1/settings")
    SettingsJson all(Caller caller) {
        return new SettingsJson(settings.all(caller.tenantId()), effective.all());
    }

    /**
     * Choose a setting; it counts from the next time it is looked at.
     *
     * @return the setting
     */
    @PutMapping("/api/v1/settings/{key}")
    ChosenSetting choose(Caller caller, @PathVariable String key, @RequestBody SettingInput input) {
        var value = input.value();
        if (value == null) {
            throw new FaultException(
                    FaultKind.CONFIGURATION, "SETTING_VALUE", "The field 'value' is missing.", "");
        }
        return settings.choose(caller.tenantId(), key, value, caller.username());
    }

    /**
     * Take a choice back; the standing value counts again.
     *
     * @return the setting
     */
    @DeleteMapping("/api/v1/settings/{key}")
    ChosenSetting forget(Caller caller, @PathVariable String key) {
        return settings.forget(caller.tenantId(), key);
    }
}
