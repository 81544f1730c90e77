using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.Graph;

/// <summary>Changes to an account that take effect at once: password profile, switch, own password, sessions.</summary>
internal sealed class AccountFamily(DemoDirectory directory, RoleRules roles, PasswordPolicy policy, AuditTrail trail) : IGraphFamily
{
    private static readonly string[] Profile = ["User-PasswordProfile.ReadWrite.All", "Directory.AccessAsUser.All"];
    private static readonly string[] Switch = ["User.EnableDisableAccount.All", "User.ReadWrite.All", "Directory.AccessAsUser.All"];
    private static readonly string[] Revoke =
        ["User.RevokeSessions.All", "User.ReadWrite.All", "Directory.ReadWrite.All", "Directory.AccessAsUser.All"];

    public void Map(GraphRouter graph)
    {
        graph.PerUser(HttpMethods.Patch, "", Patch);
        graph.PerUser(HttpMethods.Post, "/revokeSignInSessions", RevokeSessions);
        graph.PerUser(HttpMethods.Post, "/changePassword", ChangePassword);
    }

    /// <summary>All of it or nothing: one member that may not be changed spoils the others.</summary>
    private GraphAnswer Patch(GraphRequest request, DemoPerson person)
    {
        var members = request.Body?.EnumerateObject().Where(static member => !member.Name.StartsWith('@')).ToList() ?? [];
        var changes = new List<Func<DemoAccount, DemoAccount>>();
        foreach (var member in members)
        {
            var refusal = member.Name switch
            {
                "passwordProfile" => ReadProfile(request, person, member.Value, changes),
                "accountEnabled" => ReadSwitch(request, person, member.Value, changes),
                _ => GraphAnswer.RequestDenied,
            };
            if (refusal is not null)
            {
                return refusal;
            }
        }

        if (changes.Count is 0)
        {
            return GraphAnswer.BadRequest("The request body contains nothing to change.");
        }

        var before = directory.Account(person);
        directory.Change(person, account => changes.Aggregate(account, static (changed, change) => change(changed)));
        if (directory.Account(person).Password != before.Password)
        {
            trail.ProfileSet(request.Person!, person, directory.Now);
        }

        return GraphAnswer.NoContent;
    }

    private GraphAnswer? ReadProfile(GraphRequest request, DemoPerson person, JsonElement value, List<Func<DemoAccount, DemoAccount>> changes)
    {
        if (Refuses(request, person, Profile, ReachKind.Reset) is { } refusal)
        {
            return refusal;
        }

        if (value.ValueKind is not JsonValueKind.Object)
        {
            return GraphAnswer.BadRequest("Invalid value specified for property 'passwordProfile' of resource 'User'.");
        }

        var password = value.TryGetProperty("password", out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
        if (password is not null && policy.Objection(person, password) is { } objection)
        {
            return GraphAnswer.BadRequest(objection);
        }

        var mustChange = Flag(value, "forceChangePasswordNextSignIn");
        var withMfa = Flag(value, "forceChangePasswordNextSignInWithMfa");
        var now = directory.Now;
        changes.Add(account => account with
        {
            Password = password is null ? account.Password : new SealedPassword(password),
            LastPasswordChange = password is null ? account.LastPasswordChange : now,
            // A new password is one to be changed, unless the administrator says otherwise.
            MustChangePassword = mustChange ?? (password is not null || account.MustChangePassword),
            MustChangePasswordWithMfa = withMfa ?? account.MustChangePasswordWithMfa,
        });
        return null;
    }

    private GraphAnswer? ReadSwitch(GraphRequest request, DemoPerson person, JsonElement value, List<Func<DemoAccount, DemoAccount>> changes)
    {
        if (Refuses(request, person, Switch, ReachKind.Sensitive) is { } refusal)
        {
            return refusal;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            return GraphAnswer.BadRequest("Invalid value specified for property 'accountEnabled' of resource 'User'.");
        }

        var enabled = value.GetBoolean();
        changes.Add(account => account with { Enabled = enabled });
        return null;
    }

    private GraphAnswer? Refuses(GraphRequest request, DemoPerson person, string[] permissions, ReachKind kind)
    {
        if (!request.Allows(permissions) || request.Person is not { } caller || !roles.May(kind, caller, person))
        {
            return GraphAnswer.RequestDenied;
        }

        return person.Synced
            ? GraphAnswer.BadRequest("Unable to update the specified properties for on-premises mastered Directory Sync objects.")
            : null;
    }

    /// <summary>For guests it says yes and does nothing: their sessions are their home tenant's.</summary>
    private GraphAnswer RevokeSessions(GraphRequest request, DemoPerson person)
    {
        var self = request.IsSelf(person);
        if (!request.Allows(Revoke) || !(self || (request.Person is { } caller && roles.May(ReachKind.Reset, caller, person))))
        {
            return GraphAnswer.RequestDenied;
        }

        if (!person.IsGuest)
        {
            var now = directory.Now;
            directory.Change(person, account => account with { SessionsValidFrom = now });
        }

        return GraphAnswer.Ok(new JsonObject { ["@odata.context"] = $"{request.Root}/$metadata#Edm.Boolean", ["value"] = true });
    }

    /// <summary>One's own only, and only as <c>/me</c>; Active Directory does not hear of it.</summary>
    private GraphAnswer ChangePassword(GraphRequest request, DemoPerson person)
    {
        if (!request.Allows(Profile) || request.Keys.ContainsKey("user") || person.IsGuest)
        {
            return GraphAnswer.RequestDenied;
        }

        var (current, wanted) = (Text(request.Body, "currentPassword"), Text(request.Body, "newPassword"));
        if (current is null || wanted is null)
        {
            return GraphAnswer.BadRequest("Both 'currentPassword' and 'newPassword' are required.");
        }

        var account = directory.Account(person);
        if (!account.Password.Is(current))
        {
            return GraphAnswer.BadRequest("The specified current password does not match the user's current password.");
        }

        if (account.Password.Is(wanted))
        {
            return GraphAnswer.BadRequest("The last password cannot be used again.");
        }

        if (policy.Objection(person, wanted) is { } objection)
        {
            return GraphAnswer.BadRequest(objection);
        }

        var now = directory.Now;
        directory.Change(person, changed => changed with
        {
            Password = new SealedPassword(wanted),
            LastPasswordChange = now,
            MustChangePassword = false,
        });
        trail.PasswordChanged(person, now);
        return GraphAnswer.NoContent;
    }

    private static bool? Flag(JsonElement value, string name) =>
        value.TryGetProperty(name, out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False ? flag.GetBoolean() : null;

    private static string? Text(JsonElement? body, string name) =>
        body?.TryGetProperty(name, out var text) is true && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
}
