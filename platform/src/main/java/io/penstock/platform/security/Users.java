package io.penstock.platform.security;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;
import io.penstock.platform.audit.AuditTrail;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The users of all tenants. */
@Component
public class Users {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");
    private static final int NAME_MAX = 200;

    private final UserRows rows;
    private final Passwords passwords;
    private final AuditTrail trail;

    Users(UserRows rows, Passwords passwords, AuditTrail trail) {
        this.rows = rows;
        this.passwords = passwords;
        this.trail = trail;
    }

    public List<User> all(int tenantId) {
        return rows.all(tenantId).stream().map(Account::user).toList();
    }

    /**
     * People and programs by name; the accounts of enrolled engines are left out.
     *
     * @param after the last name of the page before; empty for the first page
     */
    public List<User> page(int tenantId, String after, int limit) {
        var from = after.length() > NAME_MAX ? after.substring(0, NAME_MAX) : after;
        return rows.page(tenantId, from.replace("\0", ""), limit).stream()
                .map(Account::user)
                .toList();
    }

    /**
     * Makes a user with a random password, which is in the answer and nowhere else.
     *
     * @throws FaultException CONFIGURATION for a name of wrong form, CONFLICT for one that is taken
     */
    @Transactional
    public NewUser create(int tenantId, String username, Role role) {
        if (!NAME.matcher(username).matches()) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "USERNAME_FORM",
                    "A user's name has 1 to 100 letters, digits and the marks . _ @ -, and starts"
                            + " with a letter or digit.",
                    "");
        }
        var password = passwords.random();
        var id = UUID.randomUUID();
        if (!rows.insert(tenantId, id, username, passwords.hash(password), role)) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "USERNAME_TAKEN",
                    "The user name '" + username + "' is taken.",
                    "Choose another name.");
        }
        var user = require(tenantId, id);
        trail.changed("user.create", id, null, user.facts());
        return new NewUser(user, password);
    }

    /**
     * Ends a user's access; sessions and tokens stop with the next request.
     *
     * @throws FaultException NOT_FOUND, or CONFLICT when no administrator would be left
     */
    @Transactional
    public User disable(int tenantId, UUID id) {
        var user = require(tenantId, id);
        requireAnotherAdministrator(user);
        rows.setEnabled(user, false);
        return changed("user.disable", user);
    }

    /**
     * Lets a user in again, with the password of before.
     *
     * @throws FaultException NOT_FOUND, or CONFLICT for an enrolled engine, which is enrolled anew
     */
    @Transactional
    public User enable(int tenantId, UUID id) {
        var user = requireByHand(tenantId, id);
        rows.setEnabled(user, true);
        return changed("user.enable", user);
    }

    /**
     * Gives a user another role. Sessions end; API tokens that allow more than the new role does
     * are refused from now on.
     *
     * @throws FaultException NOT_FOUND, or CONFLICT when no administrator would be left and for an
     *     enrolled engine
     */
    @Transactional
    public User changeRole(int tenantId, UUID id, Role role) {
        var user = requireByHand(tenantId, id);
        if (!role.givenByHand()) {
            throw new IllegalArgumentException("role " + role + " comes with an enrolment");
        }
        if (role != Role.ADMIN) {
            requireAnotherAdministrator(user);
        }
        rows.setRole(user, role);
        return changed("user.role", user);
    }

    /**
     * Gives a user a random password, which is in the answer and nowhere else. Sessions and tokens
     * of the sign-in end; API tokens go on until their end.
     *
     * @throws FaultException NOT_FOUND, or CONFLICT for an enrolled engine
     */
    @Transactional
    public NewUser resetPassword(int tenantId, UUID id) {
        var user = requireByHand(tenantId, id);
        var password = passwords.random();
        rows.setPassword(user, passwords.hash(password));
        trail.changed("user.reset-password", id, user.facts(), user.facts());
        return new NewUser(user, password);
    }

    /**
     * Sets the caller's own password. Every session and token of the sign-in of the caller ends
     * with it.
     *
     * @throws FaultException CONFIGURATION when the present password is wrong or the new one is not
     *     acceptable
     */
    @Transactional
    public void changePassword(Caller caller, String present, String wanted) {
        var account = rows.byId(caller.tenantId(), caller.userId()).orElseThrow();
        if (!passwords.matches(present, account)) {
            throw new FaultException(
                    FaultKind.CONFIGURATION,
                    "PASSWORD_WRONG",
                    "The present password is wrong.",
                    "");
        }
        passwords.requireAcceptable(wanted, caller.username());
        rows.setPassword(account.user(), passwords.hash(wanted));
        trail.changed("account.password", caller.userId(), null, null);
    }

    /** Ends every session and token of the sign-in of the caller, this one too. */
    @Transactional
    public void endSessions(Caller caller) {
        rows.endSessions(caller);
        trail.changed("account.end-sessions", caller.userId(), null, null);
    }

    private User changed(String action, User before) {
        var after = require(before.tenantId(), before.id());
        trail.changed(action, before.id(), before.facts(), after.facts());
        return after;
    }

    private User require(int tenantId, UUID id) {
        return rows.byId(tenantId, id)
                .map(Account::user)
                .orElseThrow(() ->
                        new FaultException(
                                FaultKind.NOT_FOUND,
                                "USER_UNKNOWN",
                                "There is no user " + id + ".",
                                ""));
    }

    private User requireByHand(int tenantId, UUID id) {
        var user = require(tenantId, id);
        if (!user.role().givenByHand()) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "USER_IS_ENGINE",
                    "'" + user.username() + "' is the account of an enrolled engine.",
                    "It is looked after on its connection's page.");
        }
        return user;
    }

    private void requireAnotherAdministrator(User user) {
        if (user.role() != Role.ADMIN) {
            return;
        }
        var administrators = rows.lockAdministrators(user.tenantId());
        if (administrators.stream().allMatch(user.id()::equals)) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "LAST_ADMINISTRATOR",
                    "'" + user.username() + "' is the last enabled administrator.",
                    "Make another administrator first.");
        }
    }
}
