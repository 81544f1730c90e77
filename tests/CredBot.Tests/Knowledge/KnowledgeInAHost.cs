using CredBot.Knowledge;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.Knowledge;

public sealed class KnowledgeInAHost
{
    [Fact]
    public void A_Host_Has_One_Recogniser_And_One_Corpus()
    {
        using var provider = new ServiceCollection().AddKnowledge().BuildServiceProvider();

        Assert.Same(provider.GetRequiredService<Recogniser>(), provider.GetRequiredService<Recogniser>());
        Assert.Same(provider.GetRequiredService<FaqCorpus>(), provider.GetRequiredService<FaqCorpus>());
    }
}
