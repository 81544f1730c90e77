using CredBot.DemoTenant.Conditions;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.Faults;
using CredBot.DemoTenant.Ledger;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CredBot.DemoTenant.Graph;

/// <summary>Puts the directory half into a host: people, Graph, ledger and faults.</summary>
internal static class DemoDirectoryExtensions
{
    public static IServiceCollection AddDemoDirectory(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<DemoTokens>();
        services.AddSingleton<DemoDirectory>();
        services.AddSingleton<AppInstalls>();
        services.AddSingleton<RoleRules>();
        services.AddSingleton<DirectoryEntries>();
        services.AddSingleton<ApplicationEntries>();
        services.AddSingleton<PasswordPolicy>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<WriteLedger>();
        services.AddSingleton<FaultRules>();
        services.AddSingleton<GraphFrontDoor>();
        services.AddSingleton<IGraphFamily, UserFamily>();
        services.AddSingleton<IGraphFamily, AccountFamily>();
        services.AddSingleton<IGraphFamily, MembershipFamily>();
        services.AddSingleton<IGraphFamily, GroupFamily>();
        services.AddSingleton<IGraphFamily, RoleFamily>();
        services.AddSingleton<IGraphFamily, UnitFamily>();
        services.AddSingleton<IGraphFamily, TenantFamily>();
        services.AddSingleton<IGraphFamily, RegistrationFamily>();
        services.AddSingleton<IGraphFamily, AuditFamily>();
        services.AddSingleton<IGraphFamily, SignInFamily>();
        services.AddSingleton<IGraphFamily, RiskFamily>();
        services.AddSingleton<IGraphFamily, MethodFamily>();
        services.AddSingleton<IGraphFamily, TemporaryPassFamily>();
        services.AddSingleton<IGraphFamily, ResetFamily>();
        services.AddSingleton<IGraphFamily, AppFamily>();
        services.AddSingleton<IGraphFamily, ApplicationFamily>();
        services.AddSingleton<IGraphFamily, AppPolicyFamily>();
        return services;
    }

    /// <summary>Maps the routes, and lets the tenant's services fail as they are told: that stands before whatever answers for them.</summary>
    public static void MapDemoDirectory(this WebApplication app)
    {
        app.UseMiddleware<FaultMiddleware>();
        PeopleEndpoint.Map(app);
        LedgerEndpoint.Map(app);
        FaultEndpoint.Map(app);
        ConditionsEndpoint.Map(app);
        var graph = new GraphRouter(app);
        foreach (var family in app.Services.GetServices<IGraphFamily>())
        {
            family.Map(graph);
        }

        graph.Rest();
    }
}
