package io.penstock.platform.tag;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.audit.AuditTrail;
import io.penstock.platform.text.TypedText;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tags, and which assets have them. Whatever moves a score makes its assets due. */
@Component
public class Tags {

    /** Most tags of a tenant. */
    private static final int TAGS_MAX = 1_000;

    /** Most assets of one call. */
    public static final int ASSETS_MAX = 500;

    private static final int NAME_MAX = 100;

    /** As the audit log shows it. */
    private record Assigned(Set<UUID> assets, String suggestedBy) {}

    private final TagRows tags;
    private final AssetTagRows assigned;
    private final AuditTrail trail;

    Tags(TagRows tags, AssetTagRows assigned, AuditTrail trail) {
        this.tags = tags;
        this.assigned = assigned;
        this.trail = trail;
    }

    /** By name. */
    public List<Tag> all(int tenantId) {
        return tags.all(tenantId);
    }

    /**
     * Some of them, by name.
     *
     * @param after the last name of the page before; empty for the first page
     */
    public List<Tag> page(int tenantId, String after, int limit) {
        var from = after.length() > NAME_MAX ? after.substring(0, NAME_MAX) : after;
        return tags.page(tenantId, from.replace("\0", ""), limit);
    }

    /**
     * @throws FaultException NOT_FOUND
     */
    public Tag require(int tenantId, UUID uuid) {
        return tags.find(tenantId, uuid)
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "TAG_UNKNOWN",
                                "There is no tag " + uuid + ".",
                                "GET /api/v1/tags lists them."));
    }

    /** Tags of an asset, suggestions too, by name. */
    public List<AssignedTag> ofAsset(int tenantId, UUID asset) {
        return tags.ofAsset(tenantId, asset);
    }

    /**
     * @throws FaultException CONFIGURATION for a wrong label or one tag too many, CONFLICT for a
     *     name that is taken
     */
    @Transactional
    public Tag create(int tenantId, Tag.Label label, String by) {
        check(label);
        if (tags.count(tenantId) >= TAGS_MAX) {
            throw refused("TAG_TOO_MANY", "There are " + TAGS_MAX + " tags already.");
        }
        var uuid = UUID.randomUUID();
        named(label, () -> tags.insert(tenantId, uuid, label, by));
        trail.changed("tag.create", uuid, null, label);
        return require(tenantId, uuid);
    }

    /**
     * @throws FaultException as {@link #create}, and NOT_FOUND
     */
    @Transactional
    public Tag change(int tenantId, UUID uuid, Tag.Label label, String by) {
        check(label);
        var before = require(tenantId, uuid);
        if (!before.label().equals(label)) {
            named(label, () -> tags.update(tenantId, uuid, label, by));
            assigned.markAll(tenantId, uuid);
        }
        trail.changed("tag.change", uuid, before.label(), label);
        return require(tenantId, uuid);
    }

    /**
     * @throws FaultException NOT_FOUND
     */
    @Transactional
    public void delete(int tenantId, UUID uuid) {
        var before = require(tenantId, uuid);
        assigned.markAll(tenantId, uuid);
        tags.delete(tenantId, uuid);
        trail.changed("tag.delete", uuid, before.label(), null);
    }

    /**
     * Puts a tag on assets; all of them, or none.
     *
     * @param suggestedBy the source that suggests it; empty for a person's own word, which also
     *     takes a suggestion over
     * @return on how many it was new
     * @throws FaultException NOT_FOUND for an unknown tag or asset, CONFIGURATION for too many
     */
    @Transactional
    public int add(int tenantId, UUID tag, List<UUID> assets, String suggestedBy, String by) {
        TypedText.line("suggestedBy", suggestedBy);
        var wanted = checked(tenantId, tag, assets);
        if (suggestedBy.length() > 100) {
            throw refused("TAG_SOURCE", "The field 'suggestedBy' has more than 100 characters.");
        }
        var added = assigned.add(tenantId, tag, wanted, suggestedBy, by);
        if (suggestedBy.isEmpty()) {
            assigned.mark(tenantId, wanted);
        }
        trail.changed("tag.add", tag, null, new Assigned(wanted, suggestedBy));
        return added;
    }

    /**
     * Takes a tag off assets, a suggestion too; errors as {@link #add}.
     *
     * @return from how many source records
     */
    @Transactional
    public int remove(int tenantId, UUID tag, List<UUID> assets) {
        var wanted = checked(tenantId, tag, assets);
        assigned.mark(tenantId, wanted);
        trail.changed("tag.remove", tag, new Assigned(wanted, ""), null);
        return assigned.remove(tenantId, tag, wanted);
    }

    private Set<UUID> checked(int tenantId, UUID tag, List<UUID> assets) {
        if (assets.isEmpty() || assets.size() > ASSETS_MAX) {
            throw refused(
                    "TAG_ASSETS",
                    "The field 'assets' has "
                            + assets.size()
                            + " entries, allowed are 1 to "
                            + ASSETS_MAX
                            + ".");
        }
        require(tenantId, tag);
        var wanted = new HashSet<>(assets);
        var known = assigned.known(tenantId, wanted);
        if (known < wanted.size()) {
            throw new FaultException(
                    FaultKind.NOT_FOUND,
                    "ASSET_UNKNOWN",
                    (wanted.size() - known)
                            + " of the "
                            + wanted.size()
                            + " assets do not exist; nothing was changed.",
                    "");
        }
        return wanted;
    }

    private static void check(Tag.Label label) {
        TypedText.line("name", label.name());
        if (label.name().isBlank() || label.name().length() > NAME_MAX) {
            throw refused("TAG_NAME", "The field 'name' is empty or has more than 100 characters.");
        }
        var criticality = label.criticality();
        if (criticality != null && (criticality < 1 || criticality > 5)) {
            throw refused(
                    "TAG_CRITICALITY",
                    "The field 'criticality' is " + criticality + ", allowed are 1 to 5 or null.");
        }
    }

    private static void named(Tag.Label label, Runnable change) {
        try {
            change.run();
        } catch (DuplicateKeyException e) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "TAG_NAME_TAKEN",
                    "Another tag is named '" + label.name() + "' already.",
                    "Choose another name.");
        }
    }

    private static FaultException refused(String code, String sentence) {
        return new FaultException(FaultKind.CONFIGURATION, code, sentence, "");
    }
}
