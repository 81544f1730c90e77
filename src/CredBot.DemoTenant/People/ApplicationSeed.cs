using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredBot.DemoTenant.People;

/// <summary>The applications that the tenant starts with: <c>seeds/applications.json</c>.</summary>
internal sealed record ApplicationSeed
{
    /// <value>Registered here.</value>
    public required IReadOnlyList<DemoApplication> Applications { get; init; }

    /// <value>Registered in other tenants, and used here.</value>
    public required IReadOnlyList<ForeignApplication> Foreign { get; init; }

    /// <exception cref="InvalidOperationException">The seeds were not built into the assembly.</exception>
    public static ApplicationSeed Load()
    {
        using var stream = typeof(ApplicationSeed).Assembly.GetManifestResourceStream("applications.json")
            ?? throw new InvalidOperationException("seeds/applications.json is not part of this build.");
        return JsonSerializer.Deserialize(stream, ApplicationSeedJson.Default.ApplicationSeed)!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ApplicationSeed))]
internal sealed partial class ApplicationSeedJson : JsonSerializerContext;
