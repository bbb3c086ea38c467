package io.penstock.vendor.crowdstrike.simulation.endpoint;

import io.penstock.vendor.crowdstrike.simulation.fql.Fields;
import io.penstock.vendor.crowdstrike.simulation.record.FindingRecords;
import io.penstock.vendor.crowdstrike.simulation.record.HostRecords;
import io.penstock.vendor.crowdstrike.simulation.tenant.Finding;
import io.penstock.vendor.crowdstrike.simulation.tenant.Tenant;

/** The tenant of one moment and what answers are made with; one call uses one of them. */
record View(
        Tenant tenant,
        Fields<Finding> findingFields,
        FindingSelection findings,
        FindingRecords findingRecords,
        HostSelection hosts,
        HostRecords hostRecords) {

    static View of(Tenant tenant) {
        return of(tenant, new FindingRecords(tenant));
    }

    /** The same at another moment; what does not depend on it is shared. */
    View at(Tenant other) {
        return of(other, findingRecords.at(other));
    }

    private static View of(Tenant tenant, FindingRecords records) {
        return new View(
                tenant,
                FindingFields.of(tenant),
                new FindingSelection(tenant),
                records,
                new HostSelection(tenant),
                new HostRecords(tenant));
    }
}
