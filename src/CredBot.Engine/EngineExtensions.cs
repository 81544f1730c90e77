using System.Net;
using CredBot.Bot.Connector;
using CredBot.Engine.Contracts;
using CredBot.Engine.Conversations;
using CredBot.Engine.Grains;
using CredBot.Engine.Hosting;
using CredBot.Engine.Operations;
using CredBot.Engine.People;
using CredBot.Engine.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;

namespace CredBot.Engine;

/// <summary>Puts the engine into a host.</summary>
public static class EngineExtensions
{
    /// <summary>Name of the grain storage.</summary>
    internal const string Storage = "Default";

    /// <summary>
    /// Adds the inbox, conversations and operations with their store, seal and audit. The bot is the container's <c>IBot</c>; flows and steps are its
    /// <see cref="IFlow"/> and <see cref="ISteps"/>; the connector comes with <c>AddBot</c>.
    /// </summary>
    public static WebApplicationBuilder AddEngine(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<EngineQuiescence>();
        AddStore(services);
        AddSeal(services);
        AddSilo(builder);
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<Courier>();
        services.AddSingleton<Circle>();
        services.AddSingleton<Flows>();
        services.AddSingleton<IActivityInbox, Inbox>();
        services.AddSingleton<ICardSurface, CardSurface>();
        services.AddSingleton<IOperations, StoredOperations>();
        services.AddSingleton(static provider =>
            new EngineHealth(provider.GetRequiredService<Orleans.Runtime.ISiloStatusOracle>(), provider.GetRequiredService<IStore>()));

        // After the silo's own service: started behind it, stopped before it.
        services.AddHostedService<EngineLifetime>();
        services.AddHostedService<Retention>();
        return builder;
    }

    private static void AddStore(IServiceCollection services)
    {
        services.AddSingleton<IStore>(static provider => new SqliteStore(provider.GetRequiredService<IOptions<StorageOptions>>().Value.Path));
        services.AddGrainStorage(Storage, static (provider, _) => new DocumentStorage(provider.GetRequiredService<IStore>()));
        services.AddSingleton<IReminderTable, ReminderTable>();
    }

    private static void AddSeal(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(SecretSeal.Application);
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<StorageOptions>, ILoggerFactory>(static (keys, storage, loggers) =>
        {
            var folder = new DirectoryInfo(Path.Combine(storage.Value.Path, "keys"));
            if (!OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            keys.XmlRepository = new FileSystemXmlRepository(folder, loggers);
        });
        services.AddSingleton<ISecretSeal, SecretSeal>();
    }

    private static void AddSilo(WebApplicationBuilder builder)
    {
        // Orleans keeps its own clock for its own timers and time-outs, also where a test has set the product's clock and nobody advances it.
        builder.Services.AddKeyedSingleton<TimeProvider>(KeyedService.AnyKey, static (_, _) => TimeProvider.System);
        builder.UseOrleans(static silo => silo
            .UseLocalhostClustering(gatewayPort: 0, serviceId: SecretSeal.Application, clusterId: SecretSeal.Application)
            .AddReminders()
            .Configure<GrainDirectoryOptions>(static options =>
            {
                // Every grain is in this process. Orleans sets room aside for the addresses of a million that are elsewhere: 18 MB.
                options.CacheSize = 1_000;
            })
            .Configure<GrainCollectionOptions>(static options => options.CollectionAge = TimeSpan.FromMinutes(5))
            .Configure<EndpointOptions>(static options => options.AdvertisedIPAddress = IPAddress.Loopback)
            .Configure<SiloMessagingOptions>(static options =>
            {
                // Calls stay in the process and cannot be lost; a delivery may take as long as its connector does. Who must not wait says so himself.
                options.ResponseTimeout = TimeSpan.FromHours(1);
            }));
        NoTransport.Use(builder.Services);

        // Orleans advises servers with many cores, tells of every call that went well, and at some starts measures a stall since the machine's own start:
        // its watchdog looks at the time of the first check before that is set.
        builder.Logging
            .AddFilter("Orleans.Runtime.Silo", LogLevel.Error)
            .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error)
            .AddFilter("Polly", LogLevel.Warning);
    }
}
