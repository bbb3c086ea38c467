package io.penstock.platform.export;

import io.penstock.platform.search.AssetDetail.Identifiers;
import io.penstock.platform.search.Machine;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/** What a file says of a machine beside its name. */
final class MachineColumns {

    private MachineColumns() {}

    /**
     * @param group that the names begin with, its dot included; or empty
     */
    static <T> List<Column<T>> of(String group, Function<T, Machine> machine) {
        return List.of(
                column(group + "operatingSystem", machine, Machine::operatingSystem),
                column(group + "ipAddresses", machine, Machine::ipAddresses),
                column(group + "macAddresses", machine, Machine::macAddresses),
                column(group + "externalAssetId", machine, Machine::externalAssetId),
                column(group + "serialNumber", machine, Machine::serialNumber),
                column(group + "manufacturer", machine, Machine::manufacturer),
                identifier(group, "fqdn", machine, Identifiers::fqdn),
                identifier(group, "hardwareUuid", machine, Identifiers::hardwareUuid),
                identifier(group, "cloudInstanceId", machine, Identifiers::cloudInstanceId),
                identifier(group, "cloudProvider", machine, Identifiers::cloudProvider),
                identifier(group, "origins", machine, Identifiers::origins));
    }

    private static <T> Column<T> column(
            String name, Function<T, Machine> machine, Function<Machine, @Nullable Object> value) {
        return new Column<>(name, record -> value.apply(machine.apply(record)));
    }

    private static <T> Column<T> identifier(
            String group,
            String name,
            Function<T, Machine> machine,
            Function<Identifiers, @Nullable Object> value) {
        return new Column<>(
                group + "identifiers." + name,
                record -> value.apply(machine.apply(record).identifiers()));
    }
}
