using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.Graph;

/// <summary>Temporary Access Passes: one at a time, told once, and not for the helpdesk to give.</summary>
/// <remarks>The tenant's policy: 60–480 minutes, an hour unless asked otherwise, usable once or more often, members only.</remarks>
internal sealed class TemporaryPassFamily(DemoDirectory directory, RoleRules roles) : IGraphFamily
{
    private const int Shortest = 60;
    private const int Longest = 480;
    private const string Path = "/authentication/temporaryAccessPassMethods";

    private static readonly string[] Writes = ["UserAuthMethod-TAP.ReadWrite.All", "UserAuthenticationMethod.ReadWrite.All"];
    private static readonly string[] Reads = ["UserAuthMethod-TAP.Read.All", .. Writes, "UserAuthenticationMethod.Read.All"];

    public void Map(GraphRouter graph)
    {
        graph.PerUser(HttpMethods.Get, Path, List);
        graph.PerUser(HttpMethods.Post, Path, Create);
        graph.PerUser(HttpMethods.Delete, $"{Path}/{{method}}", Remove);
    }

    /// <param name="pass">The pass.</param>
    /// <param name="now">Decides whether it works.</param>
    /// <param name="value">Null on every read.</param>
    public static JsonObject Describe(TemporaryPass pass, DateTimeOffset now, string? value) => new()
    {
        ["id"] = pass.Id,
        ["temporaryAccessPass"] = value,
        ["createdDateTime"] = GraphWriter.Text(pass.CreatedAt),
        ["startDateTime"] = GraphWriter.Text(pass.StartsAt),
        ["lifetimeInMinutes"] = pass.LifetimeInMinutes,
        ["isUsableOnce"] = pass.UsableOnce,
        ["isUsable"] = now >= pass.StartsAt,
        ["methodUsabilityReason"] = now >= pass.StartsAt ? "EnabledByPolicy" : "NotYetValid",
    };

    private GraphAnswer List(GraphRequest request, DemoPerson person)
    {
        if (MethodFamily.Refuses(request, person, roles, Reads, [.. Reads, .. GraphPermissions.ReadOwnMethods]) is { } refusal)
        {
            return refusal;
        }

        var type = GraphTypes.Plain("temporaryAccessPassAuthenticationMethod");
        GraphEntry[] found = Living(person) is { } pass ? [new GraphEntry(type, Describe(pass, directory.Now, value: null))] : [];
        return new GraphListing { Context = $"users('{person.ObjectId}'){Path}", Type = type }.Answer(request, found);
    }

    private GraphAnswer Create(GraphRequest request, DemoPerson person)
    {
        if (RefusesWrite(request, person) is { } refusal)
        {
            return refusal;
        }

        if (person.IsGuest)
        {
            return GraphAnswer.BadRequest("Temporary Access Pass cannot be added to an external guest user.");
        }

        var lifetime = Number(request.Body, "lifetimeInMinutes") ?? Shortest;
        if (lifetime is < Shortest or > Longest)
        {
            return GraphAnswer.BadRequest($"Temporary Access Pass lifetime must be between {Shortest} and {Longest} minutes by policy.");
        }

        var start = Instant(request.Body, "startDateTime") ?? directory.Now;
        var pass = new TemporaryPass
        {
            Id = Guid.NewGuid().ToString(),
            CreatedAt = directory.Now,
            StartsAt = start < directory.Now ? directory.Now : start,
            LifetimeInMinutes = lifetime,
            UsableOnce = request.Body?.TryGetProperty("isUsableOnce", out var once) is true && once.ValueKind is JsonValueKind.True,
        };
        // Whatever was there before is gone: a person has one at a time.
        directory.Change(person, account => account with { TemporaryPass = pass });
        var body = Describe(pass, directory.Now, RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789+!&%$", 8));
        body.Insert(0, "@odata.context", $"{request.Root}/$metadata#users('{person.ObjectId}'){Path}/$entity");
        return new GraphAnswer { Status = StatusCodes.Status201Created, Body = body };
    }

    private GraphAnswer Remove(GraphRequest request, DemoPerson person)
    {
        if (RefusesWrite(request, person) is { } refusal)
        {
            return refusal;
        }

        if (Living(person)?.Id != request.Keys["method"])
        {
            return GraphAnswer.NotFound(request.Keys["method"]);
        }

        directory.Change(person, static account => account with { TemporaryPass = null });
        return GraphAnswer.NoContent;
    }

    private GraphAnswer? RefusesWrite(GraphRequest request, DemoPerson person)
    {
        if (!request.Allows(Writes))
        {
            return GraphAnswer.AccessDenied;
        }

        return request.Person is { } caller && roles.May(ReachKind.Methods, caller, person) ? null : GraphAnswer.RequestDenied;
    }

    private TemporaryPass? Living(DemoPerson person) =>
        directory.Account(person).TemporaryPass is { } pass && directory.Now < pass.StartsAt.AddMinutes(pass.LifetimeInMinutes) ? pass : null;

    private static int? Number(JsonElement? body, string name) =>
        body?.TryGetProperty(name, out var value) is true && value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : null;

    private static DateTimeOffset? Instant(JsonElement? body, string name) =>
        body?.TryGetProperty(name, out var value) is true && value.ValueKind is JsonValueKind.String
        && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
