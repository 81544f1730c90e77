namespace CredBot.DemoTenant.People;

/// <summary>Something the tenant has bought.</summary>
internal sealed record DemoSku
{
    public required string SkuId { get; init; }
    public required string SkuPartNumber { get; init; }
    public required int EnabledUnits { get; init; }
    public required IReadOnlyList<DemoServicePlan> ServicePlans { get; init; }
}

/// <summary>One service inside a <see cref="DemoSku"/>.</summary>
internal sealed record DemoServicePlan
{
    public required string ServicePlanId { get; init; }
    public required string ServicePlanName { get; init; }
}
