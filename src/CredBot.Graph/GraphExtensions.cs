using CredBot.Graph.Calls;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace CredBot.Graph;

/// <summary>Puts Graph into a host.</summary>
public static class GraphExtensions
{
    /// <summary>Registers <see cref="GraphClient"/>; its settings are checked when the host starts.</summary>
    public static IServiceCollection AddGraph(this IServiceCollection services)
    {
        services.AddOptions<GraphOptions>().BindConfiguration(GraphOptions.Section).ValidateOnStart();
        services.AddSingleton<IPostConfigureOptions<GraphOptions>, GraphOptionsSetup>();
        services.AddSingleton<IValidateOptions<GraphOptions>, GraphOptionsSetup>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<GraphClient>();

        // The budget of a read and the time-out of a write are ours. The factory's request logs would print addresses with people in them.
        services.AddHttpClient(GraphClient.HttpClientName, static http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = System.Net.DecompressionMethods.All,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            })
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, provider) => AddHandlers(handlers, provider.GetRequiredService<TimeProvider>()))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services;
    }

    /// <summary>
    /// The SDK's own handlers without two: its RetryHandler sends POSTs again on 429, 503 and 504, and its RedirectHandler sends them on to wherever
    /// an answer points. Reads are retried by <see cref="GraphCaller"/>, writes by nobody.
    /// </summary>
    private static void AddHandlers(IList<DelegatingHandler> handlers, TimeProvider time)
    {
        foreach (var handler in GraphClientFactory.CreateDefaultHandlers(new GraphClientOptions()))
        {
            if (handler is RetryHandler or RedirectHandler)
            {
                handler.Dispose();
                continue;
            }

            handlers.Add(handler);
        }

        handlers.Add(new AnswerHandler(time));
    }
}
