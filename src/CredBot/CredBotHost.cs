using CredBot.Bot.Connector;
using CredBot.Demo;
using CredBot.DemoTenant;
using CredBot.Dialogs;
using CredBot.Engine;
using CredBot.Graph;
using CredBot.Health;
using CredBot.Knowledge;

namespace CredBot;

/// <summary>The composition root: which rooms stand in this process and how they are reached.</summary>
internal static class CredBotHost
{
    /// <summary>The bot, ready to run.</summary>
    /// <param name="args">Settings as on the command line, e.g. <c>--urls http://127.0.0.1:0</c>.</param>
    /// <param name="adjust">Last word on the services; tests put their clock here.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? adjust = null)
    {
        var builder = Configure(args);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddBot();
        builder.Services.AddGraph();
        builder.Services.AddKnowledge();
        builder.Services.AddDialogs();
        builder.Services.AddCredBotHealth();
        if (DemoSettings.AreFor(builder.Environment))
        {
            DemoSettings.AddStoreTo(builder.Configuration);
            builder.Services.AddDemoTenant();
        }
        else if (builder.Configuration.GetSection(DemoSettings.Environment).Exists())
        {
            throw new InvalidOperationException(
                $"Settings of the demo are given (section {DemoSettings.Environment}), but the environment is {builder.Environment.EnvironmentName}. "
                + $"The demo runs in the environments {DemoSettings.Environment} and {PlaygroundSender.Environment} alone; take its settings away.");
        }

        builder.AddEngine();
        adjust?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseWebSockets();
        app.MapBot();
        app.MapCredBotHealth();
        app.MapDialogs();
        if (DemoSettings.AreFor(app.Environment))
        {
            app.MapDemoTenant();
        }

        return app;
    }

    /// <summary>The settings alone, for the commands that need no bot.</summary>
    public static WebApplicationBuilder Configure(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        if (DemoSettings.AreFor(builder.Environment))
        {
            DemoSettings.AddTo(builder.Configuration, builder.Environment);
        }

        return builder;
    }
}
