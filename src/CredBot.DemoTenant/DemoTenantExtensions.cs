using CredBot.DemoTenant.Entra;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CredBot.DemoTenant;

/// <summary>Puts the demo tenant into a host: Entra, Graph, Bot Service, Direct Line and the chat page.</summary>
public static class DemoTenantExtensions
{
    public static IServiceCollection AddDemoTenant(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DemoTokens>();
        return services;
    }

    public static WebApplication MapDemoTenant(this WebApplication app) => app;
}
