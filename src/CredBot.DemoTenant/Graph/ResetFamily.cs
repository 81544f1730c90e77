using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.Graph;

/// <summary>An administrator's reset: accepted first, done later, and looked up at the very address that was given.</summary>
internal sealed class ResetFamily(DemoDirectory directory, RoleRules roles, PasswordPolicy policy, AuditTrail trail) : IGraphFamily
{
    /// <summary>From acceptance to the end, in the cloud and with writing back.</summary>
    public static readonly TimeSpan InCloud = TimeSpan.FromSeconds(3);
    public static readonly TimeSpan WithWriteback = TimeSpan.FromSeconds(5);

    private static readonly string[] Writes = ["UserAuthenticationMethod.ReadWrite.All"];

    /// <summary>The narrow permission covers the path of its own kind only, and not the one that libraries use.</summary>
    private static readonly string[] WritesPasswords = [.. Writes, "UserAuthMethod-Password.ReadWrite.All"];

    private readonly ConcurrentDictionary<string, PasswordOperation> operations = new(StringComparer.OrdinalIgnoreCase);

    public void Map(GraphRouter graph)
    {
        graph.PerUser(HttpMethods.Post, "/authentication/methods/{method}/resetPassword", (request, person) =>
            Reset(request, person, Writes));
        graph.PerUser(HttpMethods.Post, "/authentication/passwordMethods/{method}/resetPassword", (request, person) =>
            Reset(request, person, WritesPasswords));
        graph.PerUser(HttpMethods.Get, "/authentication/operations/{operation}", Poll);
    }

    private GraphAnswer Reset(GraphRequest request, DemoPerson person, string[] permissions)
    {
        if (Refuses(request, person, permissions) is { } refusal)
        {
            return refusal;
        }

        // Only leaving it out asks for a made-up password; an explicit null is a mistake.
        var given = request.Body?.TryGetProperty("newPassword", out var value) is true ? value : (JsonElement?)null;
        if (given is { ValueKind: not JsonValueKind.String } || (given is null && person.Synced))
        {
            return GraphAnswer.BadRequest("The property 'newPassword' must be a text, and is required for a user who is synchronised from on-premises.");
        }

        var password = given?.GetString() ?? PasswordPolicy.Generate();
        return policy.Objection(person, password) is { } objection
            ? GraphAnswer.BadRequest(objection)
            : Accept(request, person, password, tell: given is null);
    }

    private GraphAnswer? Refuses(GraphRequest request, DemoPerson person, string[] permissions)
    {
        if (request.Caller.AppOnly || !request.Allows(permissions))
        {
            return GraphAnswer.AccessDenied;
        }

        if (request.Person is not { } caller || !roles.May(ReachKind.Reset, caller, person))
        {
            return GraphAnswer.RequestDenied;
        }

        if (request.Keys["method"] is not MethodFamily.Password)
        {
            return GraphAnswer.NotFound(request.Keys["method"]);
        }

        return person.IsGuest
            ? GraphAnswer.BadRequest("The password of an external user is kept in the home tenant and cannot be reset here.")
            : null;
    }

    private GraphAnswer Accept(GraphRequest request, DemoPerson person, string password, bool tell)
    {
        var id = Guid.NewGuid().ToString();
        var now = directory.Now;
        var operation = new PasswordOperation
        {
            Id = id,
            Target = $"/users/{person.ObjectId}/authentication/operations/{id}?aadgdc=SEL01P&aadgsu=ssprprod-a",
            StartedBy = request.Person!.Id,
            CreatedAt = now,
            EndsAt = now + (person.Synced ? WithWriteback : InCloud),
            Failure = person.Synced ? policy.OnPremisesObjection(person, password) : null,
        };
        operations[id] = operation;
        if (operation.Failure is null)
        {
            directory.ChangeAt(operation.EndsAt, person, Replaced(new SealedPassword(password), operation.EndsAt, person));
        }

        trail.PasswordReset(operation, request.Person, person);
        var body = new JsonObject { ["@odata.context"] = $"{request.Root}/$metadata#microsoft.graph.passwordResetResponse" };
        if (tell)
        {
            body["newPassword"] = password;
        }

        return new GraphAnswer { Status = StatusCodes.Status202Accepted, Body = body, Location = request.Root + operation.Target, Operation = id };
    }

    /// <summary>Active Directory's «never expires» keeps the demand for a new password away.</summary>
    private static Func<DemoAccount, DemoAccount> Replaced(SealedPassword password, DateTimeOffset at, DemoPerson person) => account => account with
    {
        Password = password,
        LastPasswordChange = at,
        MustChangePassword = !person.OnPremisesPasswordNeverExpires,
    };

    /// <summary>Those with a view of everybody's methods may look, and who started it.</summary>
    private GraphAnswer Poll(GraphRequest request, DemoPerson person)
    {
        if (request.Caller.AppOnly || !request.Allows(GraphPermissions.ReadMethods))
        {
            return GraphAnswer.AccessDenied;
        }

        if (!operations.TryGetValue(request.Keys["operation"], out var operation) || operation.Target != request.Target)
        {
            return GraphAnswer.Refused(StatusCodes.Status404NotFound, "resourceNotFound", "The requested operation was not found.");
        }

        if (operation.StartedBy != request.Person?.Id
            && !roles.HasRole(request, RoleNames.GlobalReader, RoleNames.AuthenticationAdministrator, RoleNames.PrivilegedAuthenticationAdministrator))
        {
            return GraphAnswer.RequestDenied;
        }

        var body = operation.Describe(directory.Now);
        body.Insert(0, "@odata.context", $"{request.Root}/$metadata#users('{person.ObjectId}')/authentication/operations/$entity");
        return GraphAnswer.Ok(body);
    }
}
