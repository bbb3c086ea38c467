package io.penstock.platform.security;

import io.penstock.core.fault.FaultException;
import io.penstock.core.fault.FaultKind;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The users of all tenants. */
@Component
public class Users {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

    private final UserRows rows;
    private final Passwords passwords;

    Users(UserRows rows, Passwords passwords) {
        this.rows = rows;
        this.passwords = passwords;
    }

    public List<User> all(int tenantId) {
        return rows.all(tenantId).stream().map(Account::user).toList();
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
        return new NewUser(rows.byId(tenantId, id).orElseThrow().user(), password);
    }

    /**
     * Ends a user's access; sessions and tokens stop with the next request.
     *
     * @throws FaultException NOT_FOUND, or CONFLICT when no administrator would be left
     */
    @Transactional
    public User disable(int tenantId, UUID id) {
        var user =
                rows.byId(tenantId, id)
                        .map(Account::user)
                        .orElseThrow(() ->
                                new FaultException(
                                        FaultKind.NOT_FOUND,
                                        "USER_UNKNOWN",
                                        "There is no user " + id + ".",
                                        ""));
        if (user.role() == Role.ADMIN && onlyAdministrator(user)) {
            throw new FaultException(
                    FaultKind.CONFLICT,
                    "LAST_ADMINISTRATOR",
                    "'" + user.username() + "' is the last enabled administrator.",
                    "Make another administrator first.");
        }
        rows.setEnabled(user, false);
        return rows.byId(tenantId, id).orElseThrow().user();
    }

    /**
     * Sets the caller's own password. Every session and token of the caller ends with it.
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
    }

    private boolean onlyAdministrator(User user) {
        return all(user.tenantId()).stream()
                .filter(other -> other.enabled() && other.role() == Role.ADMIN)
                .allMatch(other -> other.id().equals(user.id()));
    }
}
