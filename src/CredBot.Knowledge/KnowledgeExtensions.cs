using CredBot.Knowledge.Errors;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Knowledge;

/// <summary>Puts the knowledge into a host.</summary>
public static class KnowledgeExtensions
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton(static _ => FaqCorpus.Load());
        services.AddSingleton(static _ => ErrorCodes.Load());
        services.AddSingleton<Recogniser>();
        return services;
    }
}
