package io.penstock.platform.connector;

import io.penstock.core.fault.Fault;
import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.catalogue.Catalogue;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What can be said of a connection before it is stored. */
@Component
public class ConnectionChecks {

    private final ConnectionRows rows;
    private final Catalogue catalogue;

    ConnectionChecks(ConnectionRows rows, Catalogue catalogue) {
        this.rows = rows;
        this.catalogue = catalogue;
    }

    /** All that is wrong with a connection that is to be made, nothing stored (S-063). */
    public List<Fault> faults(int tenantId, NewConnection typed) {
        var connector = catalogue.find(typed.connector());
        if (connector.isEmpty()) {
            return List.of(unknown(typed.connector()).fault());
        }
        var faults = new ArrayList<>(CheckedConnection.faults(typed, connector.get()));
        var name = typed.name().strip();
        if (rows.all(tenantId).stream().anyMatch(other -> other.name().equalsIgnoreCase(name))) {
            faults.add(nameTaken(name).fault());
        }
        return List.copyOf(faults);
    }

    /**
     * A name for a copy that no connection has, such as {@code Falcon copy 2}.
     *
     * @param base cut where the whole would become longer than a name may be
     */
    public String copyName(int tenantId, String base) {
        var taken =
                rows.all(tenantId).stream()
                        .map(connection -> connection.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return IntStream.rangeClosed(1, taken.size() + 1)
                .mapToObj(number -> CopyName.of(base, number))
                .filter(name -> !taken.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    static FaultException nameTaken(String name) {
        return new FaultException(
                FaultKind.CONFLICT,
                "CONNECTION_NAME_TAKEN",
                "Another connection is named '" + name + "' already.",
                "Choose another name.");
    }

    static FaultException unknown(String connector) {
        return new FaultException(
                FaultKind.NOT_FOUND,
                "CONNECTOR_UNKNOWN",
                "The catalogue has no connector '" + connector + "'.",
                "GET /api/v1/connectors lists the known ones.");
    }
}
