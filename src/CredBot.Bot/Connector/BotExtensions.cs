using CredBot.Bot.Cards;
using CredBot.Bot.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CredBot.Bot.Connector;

/// <summary>Puts the bot's wire into a host.</summary>
public static class BotExtensions
{
    public static IServiceCollection AddBot(this IServiceCollection services)
    {
        services.AddOptions<BotOptions>().BindConfiguration(BotOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsValidator>();
        services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LimitsOptions>, LimitsOptionsValidator>();
        services.AddSingleton<Allowances>();
        services.AddSingleton<InboundGate>();
        services.AddSingleton<ChannelKeys>();
        services.AddSingleton<ChannelTokenValidator>();
        services.AddSingleton<PlaygroundSender>();
        services.AddSingleton<BotTokenSource>();
        services.AddSingleton<SendLimits>();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<UserTokenClient>();
        services.AddSingleton<CardSignIn>();
        services.AddSingleton<CloudAdapter>();
        Client(services, ChannelKeys.Client, TimeSpan.FromSeconds(5));
        Client(services, BotTokenSource.Client, TimeSpan.FromSeconds(10));
        Client(services, ConnectorClient.Client, TimeSpan.FromSeconds(15));
        Client(services, UserTokenClient.Client, TimeSpan.FromSeconds(8));
        return services;
    }

    public static IEndpointConventionBuilder MapBot(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/messages", static (HttpContext context, CloudAdapter adapter) => adapter.HandleAsync(context));

    // Redirects are never followed: the Authorization header would go along. The factory's own request logs would print addresses with ids.
    private static void Client(IServiceCollection services, string name, TimeSpan timeout) =>
        services.AddHttpClient(name, http => http.Timeout = timeout)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
            .RemoveAllLoggers();
}
