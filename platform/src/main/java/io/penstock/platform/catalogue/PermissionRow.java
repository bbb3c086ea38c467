package io.penstock.platform.catalogue;

import java.util.List;

/**
 * What the vendor must allow so that one of its streams can be read (S-014, S-015).
 *
 * @param stream the stream's label, such as {@code Hosts}
 */
public record PermissionRow(String stream, List<Permission> permissions) {

    public PermissionRow {
        permissions = List.copyOf(permissions);
    }

    /**
     * @param name as the vendor's console calls it, such as {@code Assets: Read}
     * @param purpose what is read with it
     * @param required false when reading works without it, but brings less
     */
    public record Permission(String name, String purpose, boolean required) {}
}
