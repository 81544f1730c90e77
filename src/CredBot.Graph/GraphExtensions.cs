using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Graph;

/// <summary>Puts Graph into a host.</summary>
public static class GraphExtensions
{
    public static IServiceCollection AddGraph(this IServiceCollection services)
    {
        services.AddSingleton<GraphClient>();
        return services;
    }
}
