using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Engine.Hosting;

/// <summary>A silo that is the whole cluster needs no sockets: none is opened, so that any number of bots can run on one machine and nobody can call in.</summary>
internal sealed class NoTransport : IConnectionListenerFactory, IConnectionFactory
{
    private static readonly NoTransport Instance = new();

    /// <summary>Takes the sockets out of Orleans' own registrations, whose keys are known to Orleans alone.</summary>
    public static void Use(IServiceCollection services)
    {
        for (var index = 0; index < services.Count; index++)
        {
            var service = services[index];
            if (service.IsKeyedService && (service.ServiceType == typeof(IConnectionListenerFactory) || service.ServiceType == typeof(IConnectionFactory)))
            {
                services[index] = new ServiceDescriptor(service.ServiceType, service.ServiceKey, Instance);
            }
        }
    }

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IConnectionListener>(new Silence(endpoint));

    public ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        ValueTask.FromException<ConnectionContext>(new NotSupportedException("The embedded engine speaks to no other silo."));

    private sealed class Silence(EndPoint endpoint) : IConnectionListener
    {
        public EndPoint EndPoint { get; } = endpoint;

        /// <summary>No connection will come: the accept loop ends.</summary>
        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult<ConnectionContext?>(null);

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
