namespace CredBot.DemoTenant.People;

/// <summary>An application that is registered in the tenant; it goes by three ids, and none of them stands in for another.</summary>
internal sealed record DemoApplication
{
    /// <summary>Short name used by the seeds, e.g. <c>payroll</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What Graph's paths name.</summary>
    public required string ObjectId { get; init; }

    /// <summary>Client id.</summary>
    public required string AppId { get; init; }

    /// <value>What stands for it in the tenant; not in use with <see cref="NoServicePrincipal"/>.</value>
    public required string ServicePrincipalId { get; init; }

    public required string DisplayName { get; init; }

    /// <value>Person ids.</value>
    public IReadOnlyList<string> Owners { get => field ?? []; init; }

    public IReadOnlyList<DemoSecret> Secrets { get => field ?? []; init; }
    public IReadOnlyList<DemoCertificate> Certificates { get => field ?? []; init; }
    public IReadOnlyList<DemoTrust> Federated { get => field ?? []; init; }

    /// <value>Ids of Microsoft Graph's application permissions that it asks for.</value>
    public IReadOnlyList<string> Roles { get => field ?? []; init; }

    /// <value>Whether an administrator has consented to <see cref="Roles"/>.</value>
    public bool Consented { get; init; }

    public bool ServicePrincipalDisabled { get; init; }

    /// <value>True for one that nobody may sign in to or as: it was registered, and no more.</value>
    public bool NoServicePrincipal { get; init; }
}

/// <summary>A secret of a <see cref="DemoApplication"/>; nobody knows its value any more.</summary>
internal sealed record DemoSecret
{
    public required string KeyId { get; init; }
    public required string DisplayName { get; init; }

    /// <value>The first three characters of the value.</value>
    public required string Hint { get; init; }

    /// <value>Days from the tenant's start.</value>
    public required int StartsInDays { get; init; }

    /// <inheritdoc cref="StartsInDays"/>
    public required int EndsInDays { get; init; }
}

/// <summary>A certificate of a <see cref="DemoApplication"/>.</summary>
internal sealed record DemoCertificate
{
    public required string KeyId { get; init; }
    public required string DisplayName { get; init; }

    /// <value>SHA-1, 40 hexadecimal digits.</value>
    public required string Thumbprint { get; init; }

    /// <value>Days from the tenant's start.</value>
    public required int StartsInDays { get; init; }

    /// <inheritdoc cref="StartsInDays"/>
    public required int EndsInDays { get; init; }
}

/// <summary>A federated credential of a <see cref="DemoApplication"/>: whose tokens it accepts instead of a secret.</summary>
internal sealed record DemoTrust
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Issuer { get; init; }
    public required string Subject { get; init; }
}

/// <summary>Another tenant's application, of which this one has a service principal and nothing else.</summary>
internal sealed record ForeignApplication
{
    public required string ServicePrincipalId { get; init; }

    /// <summary>Client id.</summary>
    public required string AppId { get; init; }

    public required string DisplayName { get; init; }

    /// <value>Id of the tenant that registered it.</value>
    public required string OwnerTenant { get; init; }
}
