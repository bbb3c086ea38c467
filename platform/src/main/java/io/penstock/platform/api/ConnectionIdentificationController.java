package io.penstock.platform.api;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.api.RuleJson.ChoiceInput;
import io.penstock.platform.connector.Connection;
import io.penstock.platform.connector.Connections;
import io.penstock.platform.identity.ConnectionRules;
import io.penstock.platform.security.Caller;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** The identification rules of one connection, and how far it is trusted (S-056 to S-061). */
@RestController
class ConnectionIdentificationController {

    private final Connections connections;
    private final ConnectionRules rules;

    ConnectionIdentificationController(Connections connections, ConnectionRules rules) {
        this.connections = connections;
        this.rules = rules;
    }

    record LineJson(RuleJson rule, boolean on) {}

    /**
     * @param custom false while the connection follows the system's order
     * @param trust 1 to 1,000; the lower, the more its values count
     * @param rules every rule in this connection's order
     */
    record OrderJson(boolean custom, int trust, List<LineJson> rules) {

        static OrderJson of(ConnectionRules.View view) {
            return new OrderJson(
                    view.custom(),
                    view.trust(),
                    view.lines().stream()
                            .map(line -> new LineJson(RuleJson.of(line.rule()), line.on()))
                            .toList());
        }
    }

    /**
     * @param rules the whole order; a rule that it does not name is off
     */
    record OrderInput(@Nullable List<@Nullable ChoiceInput> rules) {}

    record TrustInput(@Nullable Integer trust) {}

    /**
     * Rules of a connection in their order, and its trust.
     *
     * @return the order
     */
    @GetMapping("/api/v1/connections/{uuid}/identification")
    OrderJson of(Caller caller, @PathVariable UUID uuid) {
        return OrderJson.of(rules.of(connection(caller, uuid)));
    }

    /**
     * Order the rules and switch them on or off; at least one stays on.
     *
     * @return the order
     */
    @PutMapping("/api/v1/connections/{uuid}/identification/rules")
    OrderJson choose(Caller caller, @PathVariable UUID uuid, @RequestBody OrderInput input) {
        var connection = connection(caller, uuid);
        var choices = RuleJson.choices(input.rules());
        return OrderJson.of(rules.choose(connection, caller.username(), choices));
    }

    /**
     * Go back to the order and switches of the system rules.
     *
     * @return the order that counts now
     */
    @DeleteMapping("/api/v1/connections/{uuid}/identification/rules")
    OrderJson reset(Caller caller, @PathVariable UUID uuid) {
        return OrderJson.of(rules.reset(connection(caller, uuid), caller.username()));
    }

    /**
     * How much the connection is trusted when sources differ; lower is more.
     *
     * @return the order and trust
     */
    @PutMapping("/api/v1/connections/{uuid}/identification/trust")
    OrderJson trust(Caller caller, @PathVariable UUID uuid, @RequestBody TrustInput input) {
        if (input.trust() == null) {
            throw new FaultException(
                    FaultKind.CONFIGURATION, "FIELD_MISSING", "The body has no 'trust'.", "");
        }
        var connection = connection(caller, uuid);
        return OrderJson.of(rules.trust(connection, caller.username(), input.trust()));
    }

    private Connection connection(Caller caller, UUID uuid) {
        return connections.require(caller.tenantId(), uuid);
    }
}
