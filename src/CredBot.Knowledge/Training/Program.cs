using CredBot.Knowledge.Seeds;
using CredBot.Knowledge.Training;
using CredBot.Knowledge.Words;

// One argument: where to write the model.
var model = Trainer.Train(TrainingSet.Of(PhraseBook.Load()));
using var file = File.Create(args[0]);
ModelFile.Write(model, file);
