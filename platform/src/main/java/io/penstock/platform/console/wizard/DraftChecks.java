package io.penstock.platform.console.wizard;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.platform.setup.ConnectionSetup;
import io.penstock.platform.setup.ConnectionSetups;
import io.penstock.platform.setup.ProfileSetup;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what is wrong with a draft, step by step (S-063). */
@Component
class DraftChecks {

    private final ConnectionSetups setups;
    private final DraftSecrets secrets;

    DraftChecks(ConnectionSetups setups, DraftSecrets secrets) {
        this.setups = setups;
        this.secrets = secrets;
    }

    /** One sentence for each thing that is wrong; none when the step is complete. */
    List<String> problems(int tenantId, Draft draft, Step step) {
        return faults(tenantId, draft, step).stream().map(Fault::sentence).toList();
    }

    /** Of the steps that are not complete, in their order. */
    Map<Step, List<String>> problems(int tenantId, Draft draft) {
        var all = new LinkedHashMap<Step, List<String>>();
        for (var step : Step.values()) {
            var problems = problems(tenantId, draft, step);
            if (!problems.isEmpty()) {
                all.put(step, problems);
            }
        }
        return all;
    }

    /**
     * What is stored.
     *
     * @throws FaultException CONFIGURATION for a number that cannot be read
     */
    ConnectionSetup entered(Draft draft) {
        return new ConnectionSetup(
                draft.basics().entered(secrets.open(draft)),
                draft.profiles().stream().map(DraftProfile::entered).toList(),
                draft.rules());
    }

    private List<Fault> faults(int tenantId, Draft draft, Step step) {
        return switch (step) {
            case BASIC_DETAILS ->
                    setups.faults(tenantId, draft.basics().entered(secrets.open(draft)));
            case TRANSFORM_MAPS ->
                    profileFaults(tenantId, draft, List.of(DraftProfile.blank("-", draft.map())));
            case PROFILE -> profileFaults(tenantId, draft, draft.profiles());
            case IDENTIFICATION_RULES -> setups.ruleFaults(tenantId, draft.rules());
            case DATA_MODEL, REVIEW -> List.of();
        };
    }

    private List<Fault> profileFaults(int tenantId, Draft draft, List<DraftProfile> typed) {
        var faults = new ArrayList<Fault>();
        var read = new ArrayList<ProfileSetup>();
        for (var profile : typed) {
            try {
                read.add(profile.entered());
            } catch (FaultException e) {
                faults.add(e.fault());
            }
        }
        faults.addAll(setups.faults(tenantId, draft.basics().connector(), read));
        return faults;
    }
}
