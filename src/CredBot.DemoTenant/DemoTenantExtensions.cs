using CredBot.DemoTenant.BotService;
using CredBot.DemoTenant.DirectLine;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.Graph;
using CredBot.DemoTenant.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace CredBot.DemoTenant;

/// <summary>Puts the demo tenant into a host: Entra, Graph, Bot Service, Direct Line and the chat page.</summary>
public static class DemoTenantExtensions
{
    public static IServiceCollection AddDemoTenant(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDemoDirectory();
        AddEntra(services);
        AddBotService(services);
        AddDirectLine(services);
        return services;
    }

    /// <summary>Maps every route of the demo; <c>UseWebSockets</c> comes before.</summary>
    /// <exception cref="InvalidOperationException">The host runs in Production: the demo signs anybody in as anybody.</exception>
    public static WebApplication MapDemoTenant(this WebApplication app)
    {
        if (app.Environment.IsProduction())
        {
            throw new InvalidOperationException("The demo tenant lets anybody in as anybody, so it does not start in Production. Set the environment to Demo.");
        }

        app.UseMiddleware<LoopbackOnly>();
        app.MapDemoDirectory();
        MetadataEndpoints.Map(app);
        TokenEndpoint.Map(app);
        PersonEndpoints.Map(app);
        SignInEndpoints.Map(app);
        UserTokenEndpoints.Map(app);
        ConnectorEndpoints.Map(app);
        DirectLineEndpoints.Map(app);
        app.MapDemoPage();
        return app;
    }

    private static void AddEntra(IServiceCollection services)
    {
        services.AddSingleton<DemoAddress>();
        services.AddSingleton<TokenEndpoint>();
        services.AddSingleton<Consents>();
        services.AddSingleton<SignInEndpoints>();
    }

    private static void AddBotService(IServiceCollection services)
    {
        services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.Section)
            .Validate(static options => options.IsValid, "Demo:BotUrl must be an http address on loopback.").ValidateOnStart();
        services.AddHttpClient(BotLine.Client, static http => http.Timeout = TimeSpan.FromSeconds(60))
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
            .RemoveAllLoggers();
        services.AddSingleton<DemoTenantQuiescence>();
        services.AddSingleton<TeamsAccounts>();
        services.AddSingleton<TeamsActivities>();
        services.AddSingleton<BotLine>();
        services.AddSingleton<Chats>();
        services.AddSingleton<BotMessages>();
        services.AddSingleton<ConnectorEndpoints>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<SignInResources>();
        services.AddSingleton<UserTokenStore>();
        services.AddSingleton<TokenExchange>();
        services.AddSingleton<UserTokenEndpoints>();
    }

    private static void AddDirectLine(IServiceCollection services)
    {
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<Seats>();
        services.AddSingleton<SeatView>();
        services.AddSingleton<Uploads>();
        services.AddSingleton<Invokes>();
        services.AddSingleton<ClientPosts>();
        services.AddSingleton<DirectLineEndpoints>();
        services.AddSingleton<UploadEndpoints>();
        services.AddSingleton<StreamEndpoint>();
    }
}
