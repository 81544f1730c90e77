using System.Text.Json;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary>One authenticated request, read whole, so that whoever answers it only has to think.</summary>
internal sealed record GraphRequest
{
    public required DemoCaller Caller { get; init; }

    /// <value>Whose token it is; null for an app, and for a person who is not of this tenant.</value>
    public required DemoPerson? Person { get; init; }

    /// <value>Where Graph's paths begin, e.g. <c>http://127.0.0.1:3978/demo/graph/v1.0</c>.</value>
    public required string Root { get; init; }

    /// <value>Path below <see cref="Root"/> and query, exactly as they were sent.</value>
    public required string Target { get; init; }

    public required ODataQuery Query { get; init; }

    /// <value>A JSON object; null when nothing was sent.</value>
    public required JsonElement? Body { get; init; }

    /// <value>The variable parts of the path, decoded.</value>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>The body may hold a password and is not printed.</summary>
    public override string ToString() => Target;

    public bool IsSelf(DemoPerson person) => Person?.Id == person.Id;

    /// <summary>Whether the token holds any of these permissions.</summary>
    public bool Allows(params string[] permissions) => permissions.Any(Caller.Scopes.Contains);
}
