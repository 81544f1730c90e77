using System.Text.Json.Nodes;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.Graph;

/// <summary>Registered authentication methods.</summary>
internal sealed class MethodFamily(DemoDirectory directory, RoleRules roles) : IGraphFamily
{
    /// <summary>Every password method has this id.</summary>
    public const string Password = "28c10230-6103-485e-b985-444c60001490";

    private const string MobilePhone = "3179e48a-750b-4051-897c-87b9720928f7";
    private const string EmailMethod = "3ddfcfc8-9383-446f-83cc-3ab9be4be18f";

    public void Map(GraphRouter graph)
    {
        graph.PerUser(HttpMethods.Get, "/authentication/methods", (request, person) => List(request, person, "methods", only: null));
        graph.PerUser(HttpMethods.Get, "/authentication/passwordMethods/{method}", One);
        foreach (var kind in new[] { "password", "phone", "email" })
        {
            graph.PerUser(HttpMethods.Get, $"/authentication/{kind}Methods", (request, person) =>
                List(request, person, $"{kind}Methods", $"{kind}AuthenticationMethod"));
        }
    }

    /// <summary>Own methods need a permission; other people's a role as well, and the helpdesk's is none of them.</summary>
    public static GraphAnswer? Refuses(GraphRequest request, DemoPerson person, RoleRules roles, string[] permissions, string[] ownPermissions)
    {
        if (request.IsSelf(person))
        {
            return request.Allows(ownPermissions) ? null : GraphAnswer.AccessDenied;
        }

        if (!request.Allows(permissions))
        {
            return GraphAnswer.AccessDenied;
        }

        return roles.HasRole(request, RoleNames.GlobalReader, RoleNames.AuthenticationAdministrator, RoleNames.PrivilegedAuthenticationAdministrator)
            ? null
            : GraphAnswer.RequestDenied;
    }

    private GraphAnswer List(GraphRequest request, DemoPerson person, string path, string? only) =>
        Refuses(request, person, roles, GraphPermissions.ReadMethods, GraphPermissions.ReadOwnMethods)
        ?? new GraphListing
        {
            Context = $"users('{person.ObjectId}')/authentication/{path}",
            Type = GraphTypes.Plain("authenticationMethod"),
            Typed = only is null,
        }.Answer(request, Methods(person).Where(entry => only is null || entry.Type.Name == only));

    private GraphAnswer One(GraphRequest request, DemoPerson person)
    {
        string[] permissions = [.. GraphPermissions.ReadMethods, "UserAuthMethod-Password.Read.All", "UserAuthMethod-Password.ReadWrite.All"];
        if (Refuses(request, person, roles, permissions, GraphPermissions.ReadOwnMethods) is { } refusal)
        {
            return refusal;
        }

        return request.Keys["method"] is Password
            ? GraphSingle.Answer(request, Methods(person).First(), $"users('{person.ObjectId}')/authentication/passwordMethods")
            : GraphAnswer.NotFound(request.Keys["method"]);
    }

    /// <summary>A password is always among them, even where it is never used.</summary>
    private IEnumerable<GraphEntry> Methods(DemoPerson person)
    {
        yield return new GraphEntry(GraphTypes.Plain("passwordAuthenticationMethod"), new JsonObject
        {
            ["id"] = Password,
            ["password"] = null,
            ["createdDateTime"] = null,
        });
        foreach (var method in person.Methods)
        {
            yield return Describe(person, method);
        }

        if (directory.Account(person).TemporaryPass is { } pass && directory.Now < pass.StartsAt.AddMinutes(pass.LifetimeInMinutes))
        {
            yield return new GraphEntry(
                GraphTypes.Plain("temporaryAccessPassAuthenticationMethod"), TemporaryPassFamily.Describe(pass, directory.Now, value: null));
        }
    }

    private static GraphEntry Describe(DemoPerson person, string method) => method switch
    {
        "mobilePhone" => new GraphEntry(GraphTypes.Plain("phoneAuthenticationMethod"), new JsonObject
        {
            ["id"] = MobilePhone,
            ["phoneNumber"] = "+82 1000000000",
            ["phoneType"] = "mobile",
            ["smsSignInState"] = "notAllowedByPolicy",
        }),
        "email" => new GraphEntry(GraphTypes.Plain("emailAuthenticationMethod"), new JsonObject
        {
            ["id"] = EmailMethod,
            ["emailAddress"] = $"{person.Id}@home.example",
        }),
        "microsoftAuthenticatorPush" => new GraphEntry(GraphTypes.Plain("microsoftAuthenticatorAuthenticationMethod"), new JsonObject
        {
            ["id"] = person.ObjectId,
            ["displayName"] = "Phone",
            ["deviceTag"] = "SoftwareTokenActivated",
            ["phoneAppVersion"] = "6.8.12",
        }),
        // What a client's library does not know comes as well; it has to have a default.
        _ => new GraphEntry(GraphTypes.Plain("externalAuthenticationMethod"), new JsonObject { ["id"] = person.ObjectId, ["displayName"] = method }),
    };
}
